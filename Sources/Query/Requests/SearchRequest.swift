import Literature

/// A search request, from the command line, HTTP or another program.
public struct SearchRequest: Sendable, Equatable {
  /// The unit that is listed and counted.
  public enum Unit: String, Sendable, CaseIterable, Codable {
    /// Passages; one document may have many.
    case passage
    /// Documents, each with its best passage.
    case document
  }

  /// The order of the hits.
  public enum Sort: String, Sendable, CaseIterable, Codable {
    case relevance
    /// Newest first, documents without a year last.
    case year
    /// Largest first, documents without a sample size last.
    case sampleSize = "sample-size"
  }

  /// The id of the query in a batch; returned with the response.
  public var id: String?
  /// The query.
  public var text: String
  /// Filters given as options; they are merged with those in the query.
  public var filter = Filter()
  /// The unit that is listed and counted.
  public var unit = Unit.document
  /// Maximum number of hits.
  public var limit = 10
  /// Number of hits to skip.
  public var offset = 0
  /// Maximum number of passages of a document; the best one is always included.
  public var passages = 1
  /// Maximum number of related documents; `nil` for a few if few documents match.
  public var related: Int?
  /// The order of the hits.
  public var sort = Sort.relevance
  /// Whether to search only for the words as typed, without expansions.
  public var exact = false
  /// Whether to treat the query as plain words: no operators, fields or filters.
  public var plain = false
  /// The language of the query; `nil` to detect it.
  public var syntax: QuerySyntax?
  /// Whether the text is a strategy in which each line is a search, even without a number.
  public var isStrategy = false
  /// The number of the line to run of a strategy; `nil` for the last.
  public var line: Int?
  /// Whether to count the facet values of all matches.
  public var facets = false
  /// Whether to count all matches, however many there are.
  public var count = false
  /// Whether to explain each score.
  public var explain = false
  /// Whether each hit includes a citation of its document.
  public var citations = false
  /// The style of the citations; `nil` for a short form without abbreviations.
  public var citationStyle: CitationStyle?
  /// The query, if its text was read before by a parser with the same vocabulary; ignored if the
  /// text or its language has changed since.
  public var reading: ReadQuery?

  /// Creates a request for a query.
  public init(_ text: String) {
    self.text = text
  }
}
