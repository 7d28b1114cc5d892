/// A document that was removed or restored.
public struct RemovedDocumentName: Sendable, Equatable {
  /// The public id.
  public let id: String
  /// The title; empty if it has none.
  public let title: String

  /// Creates a description of a document.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}
