import JSON
import Query

/// The answer to a search.
///
/// Its JSON form is the same everywhere peerlit answers. Keys are in snake case, missing values are `null`. The schema is `docs/schema/search.json`.
public struct SearchResponse: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// What was asked, and how it was understood.
  public var query: InterpretedQuery
  /// From the query's text to ranked hits, in microseconds.
  public var tookUs: Int
  /// How much matches.
  public var total: HitCount
  /// The best hits in order, from the request's offset on.
  public var hits: [Hit]
  /// Counts of facet values over all documents that match; empty when not asked for.
  public var facets: FacetCounts

  /// Makes an answer.
  public init(
    query: InterpretedQuery, tookUs: Int, total: HitCount, hits: [Hit],
    facets: FacetCounts = [:]
  ) {
    self.query = query
    self.tookUs = tookUs
    self.total = total
    self.hits = hits
    self.facets = facets
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query
    case tookUs = "took_us"
    case total, hits, facets
  }
}

/// A query as it was understood.
public struct InterpretedQuery: Codable, Sendable, Equatable {
  /// The query's name in a batch.
  @ExplicitNull public var id: String?
  /// The text as typed.
  public var text: String
  /// The tree in canonical form.
  public var interpreted: String
  /// What was added to the words that were typed.
  public var expansions: [Expansion]
  /// The limits, from the text and from beside it.
  public var filters: FilterJSON
  /// What the reader should know, one sentence each.
  ///
  /// What was forgiven, what was not counted, what may have been meant.
  public var notes: [String]

  /// Makes a description of a query.
  public init(
    id: String? = nil, text: String, interpreted: String, expansions: [Expansion] = [],
    filters: Filter = Filter(), notes: [String] = []
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
  /// Why they were added.
  public var why: ExpansionReason

  /// Makes an expansion.
  public init(term: String, added: [String], why: ExpansionReason) {
    self.term = term
    self.added = added
    self.why = why
  }
}

/// How much matches a query.
public struct HitCount: Codable, Sendable, Equatable {
  /// Passages that match.
  public var passages: Int
  /// Documents with one of them.
  public var documents: Int
  /// Whether the numbers are exact; otherwise counting stopped and there are more.
  public var exact: Bool

  /// Makes a count.
  public init(passages: Int, documents: Int, exact: Bool = true) {
    self.passages = passages
    self.documents = documents
    self.exact = exact
  }
}
