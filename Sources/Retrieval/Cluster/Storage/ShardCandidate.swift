/// A text that may be among the best.
struct ShardCandidate {
  var number: UInt32
  /// The sum of its weights, which may differ from its score by rounding.
  var score: Double
  /// Its terms.
  var terms: ShardTerms
}
