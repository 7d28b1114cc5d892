import Foundation
import Literature
import Query

/// A search saved for a review's methods section, so that it can be documented and run again.
///
/// It contains the details that PRISMA-S requires: what was searched, how, when, and what was
/// found. The schema is `docs/schema/record.json`.
public struct SavedSearch: Codable, Sendable, Equatable {
  /// A query with its options.
  public struct Request: Codable, Sendable, Equatable {
    /// The query as typed.
    public var text: String
    /// Filters given as options.
    public var filters: FilterJSON
    /// The unit: passages or documents.
    public var unit: SearchRequest.Unit
    /// The requested order.
    public var sort: SearchRequest.Sort
    /// Whether expansions were switched off.
    public var exact: Bool
    /// Whether the text was treated as plain words.
    public var plain: Bool
    /// The language of the query, as given or detected; `nil` for that of peerlit, unless given.
    public var syntax: QuerySyntax?
    /// Whether the text was run as a strategy, each line by itself; `nil` if not.
    public var strategy: Bool?
    /// The line of the strategy that was run; `nil` for the last.
    public var line: Int?
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// The program and its version.
  public var program: String
  /// The date of the search: ISO 8601, UTC.
  public var date: String
  /// The index that was searched, as it was then.
  public var index: IndexContent
  /// The query and its options.
  public var request: Request
  /// The interpreted query: the query as run, expansions, all limits, notes.
  public var query: InterpretedQuery
  /// The user's own synonyms that the search could add, in rows of forms that mean the same; `nil`
  /// if a saved search lacks them.
  public var synonyms: [[String]]?
  /// The number of matching passages and documents.
  public var total: HitCount
  /// The lines of the strategy, with the number of documents that each finds; `nil` for a single
  /// search.
  public var lines: [StrategyReport.Line]?
  /// Ids of all matching documents, in order.
  public var hits: [String]
  /// Their titles, in the same order; `nil` if a saved search lacks them.
  public var titles: [String]?

  /// Records a search.
  ///
  /// - Parameters:
  ///   - date: ISO 8601, UTC.
  ///   - hits: ids of all matching documents, in order.
  ///   - titles: their titles, in the same order.
  package init(
    program: String, date: String, index: IndexContent, request: Request, query: InterpretedQuery,
    synonyms: [[String]]? = nil, total: HitCount, lines: [StrategyReport.Line]? = nil,
    hits: [String], titles: [String]? = nil
  ) {
    self.program = program
    self.date = date
    self.index = index
    self.request = request
    self.query = query
    self.synonyms = synonyms
    self.total = total
    self.lines = lines
    self.hits = hits
    self.titles = titles
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case program, date, index, request, query, synonyms, total, lines, hits, titles
  }
}

extension SavedSearch.Request {
  /// Keeps the parts of a request that are saved; not its limit and offset.
  package init(_ request: SearchRequest) {
    text = request.text
    filters = FilterJSON(request.filter)
    unit = request.unit
    sort = request.sort
    exact = request.exact
    plain = request.plain
    syntax = request.syntax
    strategy = request.isStrategy ? true : nil
    line = request.line
  }

  /// The request to run again.
  ///
  /// - Throws: ``QueryError`` if a filter value is no longer known.
  public func request() throws(QueryError) -> SearchRequest {
    var request = SearchRequest(text)
    request.filter = try filters.filter()
    request.unit = unit
    request.sort = sort
    request.exact = exact
    request.plain = plain
    request.syntax = syntax
    request.isStrategy = strategy ?? false
    request.line = line
    return request
  }
}

extension FilterJSON {
  /// The filter.
  ///
  /// - Throws: ``QueryError`` for an unknown filter, an unknown code or an invalid range, because a
  ///   search with fewer filters would find something else.
  public func filter() throws(QueryError) -> Filter {
    var filter = Filter()
    for (values, isExcluded) in [(wanted, false), (excluded, true)] {
      for (name, values) in values.sorted(by: { $0.key < $1.key }) {
        guard let facet = FacetDefinition.filters.first(where: { $0.name.rawValue == name })?.name
        else { throw .unknownFilter(name) }
        for value in values {
          guard filter.add(try Self.value(value, of: facet), excluded: isExcluded) else {
            throw .unknownFilter("not \(name)")
          }
        }
      }
    }
    filter.includeUnknown = includeUnknown
    filter.includePossible = includePossible
    for json in further { filter.narrow(by: try json.filter()) }
    return filter
  }

  private static func value(
    _ text: String, of facet: FacetName
  ) throws(QueryError) -> FilterValue {
    // Options accept numbers that queries do not, such as those of more than nine digits.
    if facet.definition.kind != .codes, let range = NumberRange(text) {
      return .range(facet, range)
    }
    return try FilterValueParser().value(of: facet, text)
  }
}
