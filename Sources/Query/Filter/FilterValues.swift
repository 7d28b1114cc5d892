import Literature

/// The values of filter options or parameters, as typed.
///
/// The command line, query strings and JSON bodies all build their filter from these.
public struct FilterValues: Sendable, Equatable {
  /// Values of codes and years by facet: `["cohort,case-control", "-protocol"]`, `["2015.."]`.
  public var texts: [FacetName: [String]] = [:]
  /// Minimum and maximum by facet of counts.
  public var ranges: [FacetName: NumberRange] = [:]
  /// The counts of which documents without any are selected.
  public var unstated: Set<FacetName> = []
  /// Whether documents that state no sample size or year pass a range.
  public var includeUnknown = false
  /// Whether values that are only possible count as values.
  public var includePossible = false

  /// Creates empty values.
  public init() {}

  /// The first facet whose minimum is larger than its maximum, so that nothing can match.
  public var contradiction: FacetName? {
    FacetDefinition.filters.map(\.name).first { facet in
      guard let lower = ranges[facet]?.lower, let upper = ranges[facet]?.upper else { return false }
      return lower > upper
    }
  }

  /// The filter that the values describe.
  ///
  /// - Throws: ``QueryError`` for an unknown code or an invalid year.
  public func filter() throws(QueryError) -> Filter {
    let parser = FilterValueParser()
    var filter = Filter()
    for facet in FacetDefinition.filters.map(\.name) {
      for value in texts[facet] ?? [] { filter.merge(try parser.filter(of: facet, value)) }
      if let range = ranges[facet], range != NumberRange() { filter[range: facet].add(range) }
      if unstated.contains(facet) { filter[range: facet].none = true }
    }
    filter.includeUnknown = includeUnknown
    filter.includePossible = includePossible
    return filter
  }
}
