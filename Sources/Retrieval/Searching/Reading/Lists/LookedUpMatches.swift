/// The weights of a plan's members in all matching passages of some documents.
struct LookedUpMatches {
  /// The scored terms of the plan.
  var scored: [PlannedTerm]
  var documents: Set<UInt32>
  var matches: [(number: UInt32, weights: [UInt32])]
}
