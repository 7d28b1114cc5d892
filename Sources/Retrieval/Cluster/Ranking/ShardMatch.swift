import Ranking

/// A match of an expression in a storage, with its weight.
struct ShardMatch {
  var number: UInt32
  var weight: UInt32
}

/// A text that may be among the best.
struct ShardCandidate {
  var number: UInt32
  /// The sum of its weights, which may differ from its score by rounding.
  var score: Double
  /// Its terms.
  var terms: ShardTerms
}

/// A member of a group of alternatives, and the factor of its weights.
struct ShardMember {
  var expression: ShardExpression
  var factor: Double
}

/// A set of documents, and expressions that match all of them and perhaps others.
struct Narrowing {
  var documents: Bitmap
  /// Matches documents and their passages.
  var filter: ShardExpression?
  /// Matches documents only, because their passages may meet a condition together.
  var condition: ShardExpression?
}

/// The weights of a plan's members in all matching passages of some documents.
struct LookedUpMatches {
  /// The scored terms of the plan.
  var scored: [PlannedTerm]
  var documents: Set<UInt32>
  var matches: [(number: UInt32, weights: [UInt32])]
}
