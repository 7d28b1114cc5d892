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
  /// True if some shards of a cluster did not answer, so matches are missing; otherwise `nil`.
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
