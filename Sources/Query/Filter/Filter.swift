import Literature

/// The structured conditions of a search, by facet: a document passes if it meets all of them.
///
///     filter[codes: .method].wanted = ["qualitative"]
///     filter[range: .sampleSize].add(NumberRange(from: 20))
///
/// Several values of one facet are alternatives; different facets are combined. Two conditions on
/// one facet that must both be met, as when a query has one and an option another, need two filters
/// (``further``).
public struct Filter: Sendable, Hashable {
  // No key has an empty value, so that filters without conditions are equal.
  private var codes: [FacetName: CodeFilter] = [:]
  private var ranges: [FacetName: NumberFilter] = [:]
  /// Whether a document without a sample size or year passes a range.
  public var includeUnknown = false {
    didSet {
      for index in further.indices where further[index].includeUnknown != includeUnknown {
        further[index].includeUnknown = includeUnknown
      }
    }
  }
  /// Whether values that are only possible, since their confidence is low, count as values.
  public var includePossible = false {
    didSet {
      for index in further.indices where further[index].includePossible != includePossible {
        further[index].includePossible = includePossible
      }
    }
  }
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
    addFlags(other.includeUnknown, other.includePossible)
    var rest = Filter()
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
    for filter in (rest.isEmpty ? [] : [rest]) + other.further { require(filter) }
  }

  /// Limits the filter to documents that pass another one as well, which stays a condition of its
  /// own even if other conditions on the same facets are added later.
  mutating func require(_ other: Filter) {
    addFlags(other.includeUnknown, other.includePossible)
    if further.isEmpty { further.append(other) } else { further[0].narrow(by: other) }
    further[0].addFlags(includeUnknown, includePossible)
  }

  /// Sets the flags of another filter, which then apply to all conditions.
  private mutating func addFlags(_ unknown: Bool, _ possible: Bool) {
    if unknown, !includeUnknown { includeUnknown = true }
    if possible, !includePossible { includePossible = true }
  }

  /// The same filter with as few conditions as possible in ``further``.
  var simplified: Filter {
    var simple = self
    simple.further = []
    for filter in further { simple.narrow(by: filter) }
    return simple
  }

  /// The most filters that a query may require together.
  static let mostLevels = 100

  /// The most ranges that a query may list for one facet; each is compared with all others.
  static let mostRanges = 1000

  /// Whether a facet has more than ``mostRanges`` ranges.
  var hasTooManyRanges: Bool {
    ranges.values.contains { $0.ranges.count > Self.mostRanges }
  }

  /// The depth to which ``further`` filters are nested, this one included.
  var levels: Int { 1 + (further.map(\.levels).max() ?? 0) }

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

  /// The filter that documents which state no value of a facet pass as well, if it has a range of
  /// this facet.
  package func acceptingUnstated(_ facet: FacetName) -> Filter {
    var changed = self
    if ranges[facet]?.ranges.isEmpty == false { changed[range: facet].none = true }
    changed.further = further.map { $0.acceptingUnstated(facet) }
    return changed
  }

  /// The filter that exactly the other documents pass; `nil` if several conditions must be met, or
  /// one on a number.
  var negated: Filter? {
    guard ranges.isEmpty, further.isEmpty, codes.count == 1, let (facet, limit) = codes.first,
      limit.wanted.isEmpty != limit.excluded.isEmpty
    else { return nil }
    var others = self
    others[codes: facet] = CodeFilter(wanted: limit.excluded, excluded: limit.wanted)
    return others
  }

  /// Adds the conditions of another filter, as if both were part of one query.
  public mutating func merge(_ other: Filter) {
    for (facet, limit) in other.codes { self[codes: facet].merge(limit) }
    for (facet, limit) in other.ranges { self[range: facet].merge(limit) }
    addFlags(other.includeUnknown, other.includePossible)
    for filter in other.further { require(filter) }
  }
}
