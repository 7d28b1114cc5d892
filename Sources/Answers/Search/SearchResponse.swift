import JSON
import Query

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
  /// True if some shards of a cluster did not answer, so that matches are missing; otherwise `nil`.
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

/// A query and its interpretation.
public struct InterpretedQuery: Codable, Sendable, Equatable {
  /// The id of the query in a batch.
  @ExplicitNull public var id: String?
  /// The query as typed.
  public var text: String
  /// The query tree in canonical form.
  public var interpreted: String
  /// Words that were added to the query.
  public var expansions: [Expansion]
  /// The filters, from the query and from options.
  public var filters: FilterJSON
  /// Notes: ignored parts of the query, documents left out, spelling suggestions.
  public var notes: [SearchNote]

  /// Creates an interpreted query.
  public init(
    id: String? = nil, text: String, interpreted: String, expansions: [Expansion] = [],
    filters: Filter = Filter(), notes: [SearchNote] = []
  ) {
    self.id = id
    self.text = text
    self.interpreted = interpreted
    self.expansions = expansions
    self.filters = FilterJSON(filters)
    self.notes = notes
  }
}

/// Words that were added to a query word.
public struct Expansion: Codable, Sendable, Equatable {
  /// The query word, folded.
  public var term: String
  /// The words that were added to it.
  public var added: [String]
  /// The reason why they were added.
  public var why: ExpansionReason

  /// Creates an expansion.
  public init(term: String, added: [String], why: ExpansionReason) {
    self.term = term
    self.added = added
    self.why = why
  }
}

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
