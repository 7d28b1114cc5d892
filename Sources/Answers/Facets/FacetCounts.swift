/// Number of documents with each value, by facet: `method`, `setting`, `condition`, `sample_size`
/// and `year`.
public typealias FacetCounts = [String: [FacetCount]]

/// The number of documents with a facet value.
public struct FacetCount: Codable, Sendable, Equatable {
  /// A code (a broader code includes the documents of narrower ones), a range of numbers as in a
  /// query (`20..49`), a year, or `none`.
  public var value: String
  /// Number of documents with the value.
  public var documents: Int

  /// Creates a count.
  public init(_ value: String, _ documents: Int) {
    self.value = value
    self.documents = documents
  }
}
