/// A search as it is asked for: by the command line, over HTTP or by another program.
public struct SearchRequest: Sendable, Equatable {
  /// What is ranked and counted.
  public enum Unit: String, Sendable, CaseIterable, Codable {
    case passage, document
  }

  /// The order of hits.
  public enum Sort: String, Sendable, CaseIterable, Codable {
    case relevance
    /// Newest first, documents without a year last.
    case year
    /// Largest first, documents that state none last.
    case sampleSize = "sample-size"
  }

  /// The name of the query in a batch; returned with the answer.
  public var id: String?
  /// The query's text.
  public var text: String
  /// Limits given beside the text; they are merged with those in it.
  public var filter = Filter()
  /// What is ranked.
  public var unit = Unit.passage
  /// How many hits at most.
  public var limit = 10
  /// How many of the best to pass over.
  public var offset = 0
  /// The order of hits.
  public var sort = Sort.relevance
  /// Whether only the words that were typed count: no expansion.
  public var exact = false
  /// Whether the text is words alone: no operators, fields or filters.
  public var plain = false
  /// Whether to count facet values over all hits.
  public var facets = false
  /// Whether to count every hit, however many.
  public var count = false
  /// Whether each hit explains its score.
  public var explain = false
  /// Whether each hit tells how its document is cited.
  public var citations = false

  /// Asks for a text.
  public init(_ text: String) {
    self.text = text
  }
}
