/// The structured limits of a search: a document passes when every one of them lets it through.
///
/// Several values of one facet mean any of them; different facets mean all of them.
public struct Filter: Sendable, Equatable {
  /// Study designs.
  public var method = CodeFilter()
  /// Settings.
  public var setting = CodeFilter()
  /// Conditions.
  public var condition = CodeFilter()
  /// Number of participants.
  public var sampleSize = NumberFilter()
  /// Year of publication.
  public var year = NumberFilter()
  /// Whether a document of unknown sample size or year passes a range of them.
  public var includeUnknown = false

  /// Makes a filter that lets everything through.
  public init() {}

  /// Whether everything passes.
  public var isEmpty: Bool {
    method.isEmpty && setting.isEmpty && condition.isEmpty && sampleSize.isEmpty && year.isEmpty
  }

  /// Adds the limits of another filter, as if both had been written into one query.
  public mutating func merge(_ other: Filter) {
    method.merge(other.method)
    setting.merge(other.setting)
    condition.merge(other.condition)
    other.sampleSize.ranges.forEach { sampleSize.add($0) }
    sampleSize.none = sampleSize.none || other.sampleSize.none
    other.year.ranges.forEach { year.add($0) }
    year.none = year.none || other.year.none
    includeUnknown = includeUnknown || other.includeUnknown
  }
}

/// A limit on a facet of codes.
///
/// A parent code stands for its children as well.
public struct CodeFilter: Sendable, Equatable {
  /// The word that selects documents without any value of the facet.
  public static let none = "none"

  /// Codes of which a document must have at least one; empty means no limit.
  ///
  /// ``none`` among them lets through the documents that have no value.
  public var wanted: Set<String> = []
  /// Codes of which a document may have none (`-method:protocol`).
  ///
  /// ``none`` among them shuts out the documents that have no value.
  public var excluded: Set<String> = []

  /// Makes a limit.
  public init(wanted: Set<String> = [], excluded: Set<String> = []) {
    self.wanted = wanted
    self.excluded = excluded
  }

  /// Whether everything passes.
  public var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty }

  mutating func merge(_ other: CodeFilter) {
    wanted.formUnion(other.wanted)
    excluded.formUnion(other.excluded)
  }
}

/// A limit on a number that a document may or may not state.
public struct NumberFilter: Sendable, Equatable {
  /// Ranges of which the number must lie in at least one; empty means no limit, unless ``none``.
  public private(set) var ranges: [NumberRange] = []
  /// Whether documents that state no number are selected (`n:none`).
  public var none = false

  /// Makes a limit that lets everything through.
  public init() {}

  /// Whether everything passes.
  public var isEmpty: Bool { ranges.isEmpty && !none }

  /// Adds a range as a further possibility.
  ///
  /// A lone lower and a lone upper bound that leave something between them are the two ends of
  /// one range (`n:>=20 n:<50`), since as possibilities they would let everything through.
  public mutating func add(_ range: NumberRange) {
    for (index, other) in ranges.enumerated() {
      if let joined = other.joined(with: range) {
        ranges[index] = joined
        return
      }
    }
    if !ranges.contains(range) { ranges.append(range) }
  }

  /// Whether a stated number, or `nil` where none is stated, is let through.
  public func passes(_ number: Int?, includeUnknown: Bool) -> Bool {
    if isEmpty { return true }
    guard let number else { return none || (includeUnknown && !ranges.isEmpty) }
    return ranges.contains { $0.contains(number) }
  }
}

/// A range of whole numbers, ends included and either of them open.
public struct NumberRange: Sendable, Equatable, Hashable {
  /// The least number; `nil` for no lower end.
  public var lower: Int?
  /// The greatest number; `nil` for no upper end.
  public var upper: Int?

  /// Makes a range.
  public init(from lower: Int? = nil, to upper: Int? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether the number lies in it.
  public func contains(_ number: Int) -> Bool {
    number >= lower ?? .min && number <= upper ?? .max
  }

  /// One range of two half-open ones that face each other and overlap; otherwise `nil`.
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
  /// The range as it is written after a field: `20..50`, `2015..`, `25`.
  public var description: String {
    if let lower, lower == upper { return String(lower) }
    return (lower.map(String.init) ?? "") + ".." + (upper.map(String.init) ?? "")
  }
}
