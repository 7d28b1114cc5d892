import JSON
import Literature
import Query
import Retrieval

extension SearchRequest {
  /// The body of `POST /search` for the same search, without its id in a batch.
  ///
  /// - Throws: ``ServerError`` for filters that have no parameter, such as two ranges of sample
  ///   sizes.
  var json: JSONValue {
    get throws(ServerError) {
      var members: [String: JSONValue] = [:]
      func set(_ parameter: Parameter, _ value: JSONValue) { members[parameter.name] = value }
      func set(_ parameter: Parameter, flag: Bool) { if flag { set(parameter, true) } }
      set(.query, .string(text))
      for facet in FacetDefinition.filters {
        try members.merge(filter.json(of: facet)) { first, _ in first }
      }
      set(.includeUnknown, flag: filter.includeUnknown)
      set(.possible, flag: filter.includePossible)
      set(.exact, flag: exact)
      set(.plain, flag: plain)
      if let syntax { set(.syntax, .string(syntax.rawValue)) }
      if let line { set(.line, .integer(line)) }
      set(.facets, flag: facets)
      set(.count, flag: count)
      set(.explain, flag: explain)
      set(.limit, .integer(limit))
      set(.offset, .integer(offset))
      set(.unit, .string(unit.rawValue))
      set(.passages, .integer(passages))
      if let related { set(.related, .integer(related)) }
      set(.sort, .string(sort.rawValue))
      if let citationStyle { set(.cite, .string(citationStyle.rawValue)) }
      return .object(members)
    }
  }
}

extension Filter {
  /// The parameters that set the filter by a facet.
  fileprivate func json(of facet: FacetDefinition) throws(ServerError) -> [String: JSONValue] {
    guard let first = Parameter.filters(of: facet.name).first?.name else { return [:] }
    let (codes, numbers) = (self[codes: facet.name], self[range: facet.name])
    let values = numbers.ranges.map(\.description) + (numbers.none ? [CodeFilter.none] : [])
    guard facet.kind == .year || numbers.ranges.count < 2 else {
      throw ServerError("A server doesn't take these filters as options; write them in the query.")
    }
    var members: [String: JSONValue] = [:]
    switch facet.kind {
    case .codes:
      let excluded = codes.excluded.sorted().map { CodeFilter.exclusion + $0 }
      guard !codes.isEmpty else { break }
      members[first] = .array((codes.wanted.sorted() + excluded).map { .string($0) })
    case .count:
      let ends = [numbers.ranges.first?.lower, numbers.ranges.first?.upper]
      for (parameter, end) in zip(Parameter.bounds(of: facet.name), ends) {
        members[parameter.name] = end.map { JSONValue.integer($0) }
      }
      if numbers.none, let unknown = Parameter.unstated(of: facet.name) {
        members[unknown.name] = true
      }
    case .year: if !values.isEmpty { members[first] = .array(values.map { .string($0) }) }
    }
    return members
  }
}
