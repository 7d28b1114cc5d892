import Literature

/// Finds how many people took part in a study, or will.
///
/// Every number that may count people is a candidate; a linear model over what is told of each
/// (``CountFeature``) weighs them against each other and against "none is stated", as a
/// conditional logit does. Its weights are the group `sample` of `weights.tsv`.
struct SampleSize {
  private let weights = CountFeature.allCases.map { Weights.standard["sample", $0.name] }
  private let none = Weights.standard["sample", "none"]
  private let confidence = Weights.standard["sample", "confidence"]

  /// The candidate that counts the participants, `nil` when none does.
  func appraise(_ candidates: [CountCandidate]) -> CountCandidate? {
    guard let best = candidates.max(by: { score($0) < score($1) }) else { return nil }
    return score(best) > none + confidence ? best : nil
  }

  /// The score of a candidate.
  func score(_ candidate: CountCandidate) -> Float {
    zip(weights, candidate.features).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
