import Literature

extension Filter {
  /// The filter in the query language, as a person would type it: `method:review year:2010..`.
  public var queryText: String {
    let conditions = self.conditions
    guard conditions.count > 1 else { return conditions.joined().joined(separator: " ") }
    // AND binds only the terms on both sides of it.
    return conditions.map { $0.count == 1 ? $0[0] : "(\($0.joined(separator: " ")))" }
      .joined(separator: " AND ")
  }

  /// The terms of this filter and of each of the ``further`` ones, without filters that have none.
  private var conditions: [[String]] {
    ([terms] + further.flatMap(\.conditions)).filter { !$0.isEmpty }
  }

  /// The terms of this filter alone.
  private var terms: [String] { FacetDefinition.filters.flatMap(ownTerms) }

  /// The conditions on a facet in the query language, those of the ``further`` filters included:
  /// `year:2010..`.
  package func terms(of facet: FacetDefinition) -> [String] {
    ownTerms(facet) + further.flatMap { $0.terms(of: facet) }
  }

  private func ownTerms(_ facet: FacetDefinition) -> [String] {
    guard let field = facet.field else { return [] }
    var terms: [String] = []
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
    return terms
  }
}
