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
}
