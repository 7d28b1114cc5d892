/// The response to a search.
///
/// The JSON format is the same for the command line, HTTP and MCP; the schema is
/// `docs/schema/search.json`. Keys are in snake case, missing values are `null`.
public struct SearchResponse: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// The query and its interpretation.
  public var query: InterpretedQuery
  /// Time from the query to ranked hits, in microseconds.
  public var tookUs: Int
  /// The number of matches.
  public var total: HitCount
  /// The best hits in order, starting at the request's offset.
  public var hits: [Hit]
  /// Documents that do not match, but share terms with the best hits; best first.
  ///
  /// They are not part of the total, the facets, exports or saved searches.
  public var related: [Hit]
  /// Counts of facet values over all matching documents; empty unless requested.
  public var facets: FacetCounts
  /// True if some shards of a cluster did not answer, so matches are missing; otherwise `nil`.
  public var partial: Bool?
  /// The servers of the shards that did not answer; `nil` if all did.
  public var missingShards: [String]?

  /// Creates a response.
  public init(
    query: InterpretedQuery, tookUs: Int, total: HitCount, hits: [Hit],
    related: [Hit] = [], facets: FacetCounts = [:]
  ) {
    self.query = query
    self.tookUs = tookUs
    self.total = total
    self.hits = hits
    self.related = related
    self.facets = facets
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query
    case tookUs = "took_us"
    case total, hits, related, facets, partial
    case missingShards = "missing_shards"
  }
}
