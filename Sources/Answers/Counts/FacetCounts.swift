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

/// The result of `facets`: counts over the documents that match a query, or over all documents.
public struct FacetReport: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// The query; its text is empty when all documents were counted.
  public var query: InterpretedQuery
  /// Number of documents counted.
  public var documents: Int
  /// Counts by facet, the most frequent value first, `none` last.
  public var facets: FacetCounts
  /// True if some shards of a cluster did not answer, so that matches are missing; otherwise `nil`.
  public var partial: Bool?
  /// The servers of the shards that did not answer; `nil` if all did.
  public var missingShards: [String]?

  /// Creates a report.
  public init(query: InterpretedQuery, documents: Int, facets: FacetCounts) {
    self.query = query
    self.documents = documents
    self.facets = facets
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query, documents, facets, partial
    case missingShards = "missing_shards"
  }
}
