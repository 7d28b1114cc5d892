/// The values of filter options or parameters, as typed.
///
/// The command line, query strings and JSON bodies all build their filter from these.
public struct FilterValues: Sendable, Equatable {
  /// Values of codes and years by field: `["cohort,case-control"]`, `["2015.."]`.
  public var texts: [FilterField: [String]] = [:]
  /// Minimum number of participants.
  public var minSample: Int?
  /// Maximum number of participants.
  public var maxSample: Int?
  /// Whether documents that state no sample size or year pass a range.
  public var includeUnknown = false

  /// Creates empty values.
  public init() {}

  /// Whether the sample sizes exclude each other, so that nothing can match.
  public var isContradictory: Bool {
    guard let minSample, let maxSample else { return false }
    return minSample > maxSample
  }

  /// The filter that the values describe.
  ///
  /// - Throws: ``QueryError`` for an unknown code or an invalid year.
  public func filter() throws(QueryError) -> Filter {
    let parser = LimitParser()
    var filter = Filter()
    for field in FilterField.allCases {
      for value in texts[field] ?? [] { _ = filter.add(try parser.limit(field, value)) }
    }
    if minSample != nil || maxSample != nil {
      filter.sampleSize.add(NumberRange(from: minSample, to: maxSample))
    }
    filter.includeUnknown = includeUnknown
    return filter
  }
}
