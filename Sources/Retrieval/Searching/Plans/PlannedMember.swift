/// A pattern of a part of the query, with its weight relative to what was typed, 0 to 1.
struct PlannedMember: Hashable {
  var pattern: Pattern
  var weight: Double = 1

  /// The weight in 256ths, as impacts are multiplied by it.
  var factor: UInt32 { UInt32((256 * weight).rounded()) }
}
