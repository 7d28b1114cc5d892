#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Literature

/// Finds the number of people who took part in a study, or will.
///
/// Every number that may count people is a candidate. A conditional logit (McFadden 1974) over its
/// features (``CountFeature``) weighs the candidates against each other and against "none is
/// stated", which is scored by the features of the document (``DocumentFeature``). The weights are
/// in the group `sample` of `weights.tsv`; the probability is calibrated on held-out documents
/// (Platt 1999).
struct SampleSize {
  private let weights = CountFeature.allCases.map { Weights.standard["sample", $0.name] }
  private let none = Weights.standard["sample", "none"]
  private let noneWeights = DocumentFeature.allCases.map {
    Weights.standard["sample", "none.\($0.name)"]
  }
  private let slope = Weights.standard["sample", "calibration.slope"]
  private let offset = Weights.standard["sample", "calibration.offset"]
  private let threshold = Weights.standard["sample", "threshold"]

  /// The candidate that counts the participants, with its confidence; `nil` if none is probable
  /// enough even to be possible.
  func appraise(_ candidates: [CountCandidate], in work: ScannedDocument) -> JudgedCount? {
    guard let best = best(candidates, document: work.features),
      best.confidence > Double(min(threshold, CodeModel.leastPossible))
    else { return nil }
    return JudgedCount(
      count: best.count, confidence: best.confidence,
      isPossible: best.confidence <= Double(threshold))
  }

  /// The most probable candidate with its confidence.
  func best(
    _ candidates: [CountCandidate], document: [Float]
  ) -> (count: CountCandidate, confidence: Double)? {
    let scores = candidates.map(score)
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let none = zip(noneWeights, document).reduce(none) { $0 + $1.0 * $1.1 }
    let highest = max(scores[best], none)
    // Candidates with the same value support each other.
    var total = Double(exp(none - highest))
    var agreeing = 0.0
    for (candidate, score) in zip(candidates, scores) {
      let share = Double(exp(score - highest))
      total += share
      if candidate.value == candidates[best].value { agreeing += share }
    }
    let share = min(max(agreeing / total, 1e-6), 1 - 1e-6)
    let odds = log(share / (1 - share))
    let confidence = 1 / (1 + exp(-(Double(slope) * odds + Double(offset))))
    return (candidates[best], confidence)
  }

  /// The score of a candidate.
  private func score(_ candidate: CountCandidate) -> Float {
    zip(weights, candidate.features).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
