import JSON
import Query
import Retrieval

extension SearchRequest {
  /// The body of `POST /search` for the same search, without its id in a batch.
  ///
  /// - Throws: ``ServerError`` for filters that have no parameter, such as two ranges of years.
  var json: JSONValue {
    get throws(ServerError) {
      var members: [String: JSONValue] = [:]
      func set(_ parameter: Parameter, _ value: JSONValue) { members[parameter.name] = value }
      func set(_ parameter: Parameter, flag: Bool) { if flag { set(parameter, true) } }
      func set(_ parameter: Parameter, _ codes: CodeFilter) {
        guard !codes.wanted.isEmpty else { return }
        set(parameter, .array(codes.wanted.sorted().map { .string($0) }))
      }
      let years = filter.year.ranges.map(\.description) + (filter.year.none ? ["none"] : [])
      guard filter.sampleSize.ranges.count < 2, !filter.sampleSize.none, years.count < 2,
        filter.method.excluded.union(filter.setting.excluded).union(filter.condition.excluded)
          .isEmpty
      else {
        throw ServerError(
          "A server doesn't take these filters as options; write them in the query.")
      }
      set(.query, .string(text))
      set(.method, filter.method)
      set(.setting, filter.setting)
      set(.condition, filter.condition)
      if let range = filter.sampleSize.ranges.first {
        if let least = range.lower { set(.minSample, .integer(least)) }
        if let most = range.upper { set(.maxSample, .integer(most)) }
      }
      if let year = years.first { set(.year, .string(year)) }
      set(.includeUnknown, flag: filter.includeUnknown)
      set(.exact, flag: exact)
      set(.plain, flag: plain)
      set(.facets, flag: facets)
      set(.count, flag: count)
      set(.explain, flag: explain)
      set(.limit, .integer(limit))
      set(.offset, .integer(offset))
      set(.unit, .string(unit.rawValue))
      set(.sort, .string(sort.rawValue))
      return .object(members)
    }
  }
}
