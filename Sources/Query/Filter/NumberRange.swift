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

  /// The numbers of the range that a column of an index can have; `nil` if it has none of them.
  package var numbers: ClosedRange<UInt32>? {
    let lower = UInt32(clamping: self.lower ?? 0)
    let upper = UInt32(clamping: self.upper ?? Int(UInt32.max))
    return lower <= upper ? lower...upper : nil
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
  /// Reads what ``description`` writes; `nil` for any other text.
  package init?(_ description: String) {
    let ends = description.split(separator: "..", omittingEmptySubsequences: false)
    let (lower, upper) = (ends.first.flatMap { Int($0) }, ends.last.flatMap { Int($0) })
    switch (lower, upper) {
    case (let lower?, let upper?) where ends.count <= 2 && lower <= upper:
      self.init(from: lower, to: upper)
    case (let lower?, nil) where ends.count == 2 && ends[1].isEmpty: self.init(from: lower)
    case (nil, let upper?) where ends.count == 2 && ends[0].isEmpty: self.init(to: upper)
    default: return nil
    }
  }

  /// The range as written in a query: `20..50`, `2015..`, `25`.
  public var description: String {
    if let lower, lower == upper { return String(lower) }
    return (lower.map(String.init) ?? "") + ".." + (upper.map(String.init) ?? "")
  }
}
