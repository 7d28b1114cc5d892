import Literature

/// The structured conditions of a search, by facet: a document passes if it meets all of them.
///
///     filter[codes: .method].wanted = ["qualitative"]
///     filter[range: .sampleSize].add(NumberRange(from: 20))
///
/// Several values of one facet are alternatives; different facets are combined. Two conditions on one
/// facet that must both be met, as when a query has one and an option another, need two filters
/// (``further``).
public struct Filter: Sendable, Hashable {
  // No key has an empty value, so that filters without conditions are equal.
  private var codes: [FacetName: CodeFilter] = [:]
  private var ranges: [FacetName: NumberFilter] = [:]
  /// Whether a document without a sample size or year passes a range.
  public var includeUnknown = false
  /// Whether values that are only possible, since their confidence is low, count as values.
  public var includePossible = false
  /// Filters that a document must pass as well.
  public private(set) var further: [Filter] = []

  /// Creates an empty filter, which every document passes.
  public init() {}

  /// The filter by a facet of codes.
  public subscript(codes facet: FacetName) -> CodeFilter {
    get { codes[facet] ?? CodeFilter() }
    set { codes[facet] = newValue.isEmpty ? nil : newValue }
  }

  /// The filter by a count or the year.
  public subscript(range facet: FacetName) -> NumberFilter {
    get { ranges[facet] ?? NumberFilter() }
    set { ranges[facet] = newValue.isEmpty ? nil : newValue }
  }

  /// Whether every document passes.
  public var isEmpty: Bool { codes.isEmpty && ranges.isEmpty && further.isEmpty }

  /// Limits the filter to documents that pass another one as well.
  public mutating func narrow(by other: Filter) {
    includeUnknown = includeUnknown || other.includeUnknown
    includePossible = includePossible || other.includePossible
    var rest = Filter()
    rest.includeUnknown = includeUnknown
    rest.includePossible = includePossible
    for (facet, limit) in other.codes {
      let own = self[codes: facet]
      self[codes: facet].excluded.formUnion(limit.excluded)
      if own.wanted.isEmpty || limit.wanted.isSubset(of: own.wanted), !limit.wanted.isEmpty {
        self[codes: facet].wanted = limit.wanted
      } else if !own.wanted.isSubset(of: limit.wanted), !limit.wanted.isEmpty {
        rest[codes: facet].wanted = limit.wanted
      }
    }
    for (facet, limit) in other.ranges {
      if let both = self[range: facet].narrowed(by: limit) {
        self[range: facet] = both
      } else {
        rest[range: facet] = limit
      }
    }
    for filter in (rest.isEmpty ? [] : [rest]) + other.further {
      if further.isEmpty { further.append(filter) } else { further[0].narrow(by: filter) }
    }
    for index in further.indices { further[index].includeUnknown = includeUnknown }
  }

  /// The filter without its conditions on some facets.
  public func without(_ facets: [FacetName]) -> Filter {
    var changed = self
    for facet in facets {
      changed[codes: facet] = CodeFilter()
      changed[range: facet] = NumberFilter()
    }
    changed.further = further.map { $0.without(facets) }.filter { !$0.isEmpty }
    return changed
  }

  /// Adds the conditions of another filter, as if both were part of one query.
  public mutating func merge(_ other: Filter) {
    for (facet, limit) in other.codes { self[codes: facet].merge(limit) }
    for (facet, limit) in other.ranges { self[range: facet].merge(limit) }
    includeUnknown = includeUnknown || other.includeUnknown
    includePossible = includePossible || other.includePossible
    for filter in other.further { narrow(by: filter) }
  }
}

/// A condition on a facet with codes.
///
/// A broader code includes narrower ones.
public struct CodeFilter: Sendable, Hashable {
  /// The value that selects documents without any code of the facet.
  public static let none = "none"

  /// Codes of which a document must have at least one; empty for no condition.
  ///
  /// ``none`` among them also selects documents without a code.
  public var wanted: Set<String> = []
  /// Codes that a document must not have (`-method:protocol`).
  ///
  /// ``none`` among them excludes documents without a code.
  public var excluded: Set<String> = []

  /// Creates a condition.
  public init(wanted: Set<String> = [], excluded: Set<String> = []) {
    self.wanted = wanted
    self.excluded = excluded
  }

  /// Whether every document passes.
  public var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty }

  mutating func merge(_ other: CodeFilter) {
    wanted.formUnion(other.wanted)
    excluded.formUnion(other.excluded)
  }
}

/// A condition on a number that a document may not state.
public struct NumberFilter: Sendable, Hashable {
  /// Alternative ranges for the number; empty for no condition, unless ``none`` is set.
  public private(set) var ranges: [NumberRange] = []
  /// Whether to select documents that state no number (`n:none`).
  public var none = false

  /// Creates an empty condition, which every document passes.
  public init() {}

  /// Whether every document passes.
  public var isEmpty: Bool { ranges.isEmpty && !none }

  /// Adds an alternative range.
  ///
  /// A lower bound and an upper bound that overlap become
  /// one range (`n:>=20 n:<50`), because as alternatives they would allow every number.
  public mutating func add(_ range: NumberRange) {
    for (index, other) in ranges.enumerated() {
      if let joined = other.joined(with: range) {
        ranges[index] = joined
        return
      }
    }
    if !ranges.contains(range) { ranges.append(range) }
  }

  /// The condition that both this and another one are met; `nil` if it is not a single range.
  func narrowed(by other: NumberFilter) -> NumberFilter? {
    if isEmpty || self == other { return other }
    if other.isEmpty { return self }
    guard ranges.count == 1, other.ranges.count == 1, !none, !other.none else { return nil }
    let lower = [ranges[0].lower, other.ranges[0].lower].compactMap(\.self).max()
    let upper = [ranges[0].upper, other.ranges[0].upper].compactMap(\.self).min()
    if let lower, let upper, lower > upper { return nil }
    var both = NumberFilter()
    both.add(NumberRange(from: lower, to: upper))
    return both
  }

  mutating func merge(_ other: NumberFilter) {
    other.ranges.forEach { add($0) }
    none = none || other.none
  }

  /// Whether a number passes; `nil` if the document states none.
  public func passes(_ number: Int?, includeUnknown: Bool) -> Bool {
    if isEmpty { return true }
    guard let number else { return none || (includeUnknown && !ranges.isEmpty) }
    return ranges.contains { $0.contains(number) }
  }
}

/// A range of whole numbers, inclusive, open at either end.
public struct NumberRange: Sendable, Equatable, Hashable {
  /// The lower bound, if any.
  public var lower: Int?
  /// The upper bound, if any.
  public var upper: Int?

  /// Creates a range.
  public init(from lower: Int? = nil, to upper: Int? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether the range contains a number.
  public func contains(_ number: Int) -> Bool {
    number >= lower ?? .min && number <= upper ?? .max
  }

  /// The intersection of a lower and an upper bound that overlap; otherwise `nil`.
  func joined(with other: NumberRange) -> NumberRange? {
    switch (lower, upper, other.lower, other.upper) {
    case (let lower?, nil, nil, let upper?) where lower <= upper,
      (nil, let upper?, let lower?, nil) where lower <= upper:
      NumberRange(from: lower, to: upper)
    default: nil
    }
  }
}

extension NumberRange: CustomStringConvertible {
  /// The range as written in a query: `20..50`, `2015..`, `25`.
  public var description: String {
    if let lower, lower == upper { return String(lower) }
    return (lower.map(String.init) ?? "") + ".." + (upper.map(String.init) ?? "")
  }
}
