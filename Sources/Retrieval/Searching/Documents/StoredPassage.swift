/// A passage with the fields that are indexed.
public struct StoredPassage: Sendable, Equatable {
  /// Public id of its document.
  public var document: String
  /// Year of its document.
  public var year: Int?
  /// Title of its document.
  public var title: String
  /// The heading of its section.
  public var heading: String
  /// Its text.
  public var body: String
}
