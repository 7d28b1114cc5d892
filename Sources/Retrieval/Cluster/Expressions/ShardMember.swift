/// A member of a group of alternatives, and the factor of its weights.
struct ShardMember {
  var expression: ShardExpression
  var factor: Double
}
