import Ranking

/// The fields of a passage that a query searches, as a set of the ranges of positions in
/// ``FieldSpace``.
struct FieldSet: Hashable {
  /// A bit for each range, from the first range on.
  private var ranges: UInt16 = 0

  /// The whole passage.
  static let all = FieldSet(ranges: .max)

  private init(ranges: UInt16) {
    self.ranges = ranges
  }

  /// Creates a set of the fields at some positions, such as their first ones.
  init(_ positions: [UInt16]) {
    for position in positions { ranges |= Self.bit(position) }
  }

  /// Whether a position is in one of the fields.
  @inline(__always)
  func contains(_ position: UInt16) -> Bool { ranges & Self.bit(position) != 0 }

  /// Whether a field is in both sets.
  func intersects(_ other: FieldSet) -> Bool { ranges & other.ranges != 0 }

  @inline(__always)
  private static func bit(_ position: UInt16) -> UInt16 { 1 << (position / FieldSpace.size) }
}
