/// The number of matches of a query.
public struct HitCount: Codable, Sendable, Equatable {
  /// Matching passages.
  public var passages: Int
  /// Documents with a matching passage.
  public var documents: Int
  /// Whether the counts are exact; otherwise counting stopped, and there are more.
  public var exact: Bool

  /// Creates a count.
  public init(passages: Int, documents: Int, exact: Bool = true) {
    self.passages = passages
    self.documents = documents
    self.exact = exact
  }
}
