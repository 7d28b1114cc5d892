/// A pattern of a part of the query, with its weight relative to what was typed, 0 to 1.
struct PlannedMember: Equatable {
  var pattern: Pattern
  var weight: Double = 1
}
