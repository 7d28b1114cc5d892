import Literature

extension Filter {
  /// The filter in the query language, as a person would type it: `method:review year:2010..`.
  public var queryText: String {
    var terms: [String] = []
    for facet in FacetDefinition.filters {
      guard let field = facet.field else { continue }
      let codes = self[codes: facet.name]
      if !codes.wanted.isEmpty {
        terms.append("\(field):" + codes.wanted.sorted().joined(separator: ","))
      }
      if !codes.excluded.isEmpty {
        terms.append("-\(field):" + codes.excluded.sorted().joined(separator: ","))
      }
      let numbers = self[range: facet.name]
      terms += numbers.ranges.map { "\(field):\($0)" }
      if numbers.none { terms.append("\(field):none") }
    }
    return ([terms.joined(separator: " ")] + further.map(\.queryText))
      .filter { !$0.isEmpty }.joined(separator: " AND ")
  }
}
