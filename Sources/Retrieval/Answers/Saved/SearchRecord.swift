import Foundation

/// A search kept for the report of a review, so that it can be told, and run again.
///
/// It holds what PRISMA-S asks for: what was searched, how, when, and what was found. The schema
/// is `docs/schema/record.json`.
public struct SearchRecord: Codable, Sendable, Equatable {
  /// A search as it was asked for.
  public struct Request: Codable, Sendable, Equatable {
    /// The text as typed.
    public var text: String
    /// Limits that were given beside the text.
    public var filters: FilterRecord
    /// What was ranked: passages or documents.
    public var unit: SearchRequest.Unit
    /// The order asked for.
    public var sort: SearchRequest.Sort
    /// Whether nothing was added to the words.
    public var exact: Bool
    /// Whether the text was taken for words alone.
    public var plain: Bool
  }

  /// Version of the JSON form.
  public var formatVersion = 1
  /// The program and its version.
  public var program: String
  /// When the search was run: ISO 8601, in universal time.
  public var date: String
  /// What was searched.
  public var index: IndexContent
  /// What was asked for.
  public var request: Request
  /// How it was understood: the query as run, expansions, all limits, notes.
  public var query: InterpretedQuery
  /// How much was found.
  public var total: HitCount
  /// Ids of all documents that were found, in order.
  public var hits: [String]

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case program, date, index, request, query, total, hits
  }
}

/// What an index holds and what made it, so that two can be told apart.
public struct IndexContent: Codable, Sendable, Equatable {
  /// Path of the file.
  public var path: String
  /// Hash of all records, whatever their order and place: 32 hexadecimal digits.
  public var content: String
  /// How many documents there are.
  public var documents: Int
  /// How many passages there are.
  public var passages: Int
  /// Names and versions of what made it: format, analyzer, SQLite.
  public var versions: [String: String]
}

extension SearchRecord.Request {
  init(_ request: SearchRequest) {
    text = request.text
    filters = FilterRecord(request.filter)
    unit = request.unit
    sort = request.sort
    exact = request.exact
    plain = request.plain
  }

  /// The request, to be run again.
  ///
  /// - Throws: ``QueryError`` when a limit is not known any more.
  public func request() throws(QueryError) -> SearchRequest {
    var request = SearchRequest(text)
    request.filter = try filters.filter()
    request.unit = unit
    request.sort = sort
    request.exact = exact
    request.plain = plain
    return request
  }
}

extension FilterRecord {
  /// The filter that is described.
  ///
  /// - Throws: ``QueryError`` for a code or a range that is not known.
  public func filter() throws(QueryError) -> Filter {
    let parser = LimitParser()
    var filter = Filter()
    for (values, isExcluded) in [(wanted, false), (excluded, true)] {
      for (name, values) in values.sorted(by: { $0.key < $1.key }) {
        let field: FilterField? = name == "sample_size" ? .n : FilterField(rawValue: name)
        guard let field else { continue }
        for value in values {
          _ = filter.add(try parser.limit(field, value), excluded: isExcluded)
        }
      }
    }
    filter.includeUnknown = includeUnknown
    return filter
  }
}
