#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Literature

/// Finds the number of people who took part in a study, or will.
///
/// Every number that may count people is a candidate. A conditional logit (McFadden 1974) weighs
/// the candidates against each other and against "none is stated". The score of a candidate is the
/// mean of two: a linear one, over its features (``CountFeature``) and pairs of them
/// (`FEATURE*FEATURE`), and that of the ``CountTrees``. "None" is scored by the features of the
/// document (``DocumentFeature``). The weights are in the group `sample` of `weights.tsv`; the
/// probability is calibrated on held-out documents (Platt 1999).
///
/// A number is given if its confidence exceeds a threshold and if it is more probable than "none is
/// stated" by a margin. If several numbers share the probability, each of them has a low confidence,
/// but the best of them is still more often right than none.
struct SampleSizeAppraiser {
  private let weights = CountFeature.allCases.map { Weights.standard["sample", $0.name] }
  /// The weights of pairs of features, by the first and then by the second feature.
  private let pairs = Self.pairs(Weights.standard)
  private let none = Weights.standard["sample", "none"]
  private let noneWeights = DocumentFeature.allCases.map {
    Weights.standard["sample", "none.\($0.name)"]
  }
  private let calibration = Calibration(Weights.standard.group("sample"))
  private let threshold = Weights.standard["sample", "threshold"]
  /// The least logarithm of how many times as probable as "none is stated" a number must be.
  private let margin = Weights.standard["sample", "margin"]

  /// The candidate that counts the participants, with its confidence; `nil` if none is probable
  /// enough even to be possible.
  func appraise(_ candidates: [CountCandidate], in document: ScannedDocument) -> JudgedCount? {
    guard let best = best(candidates, document: document.features),
      best.confidence > Double(min(threshold, Confidence.leastPossible))
    else { return nil }
    return JudgedCount(
      count: best.count, confidence: best.confidence,
      isPossible: best.confidence <= Double(threshold) || best.margin <= Double(margin))
  }

  /// The most probable candidate with its confidence, and the logarithm of how many times as
  /// probable as "none is stated" it is.
  private func best(
    _ candidates: [CountCandidate], document: [Float]
  ) -> (count: CountCandidate, confidence: Double, margin: Double)? {
    guard !candidates.isEmpty else { return nil }
    let trees = CountTrees.standard.scores(candidates, document: document)
    let scores = zip(candidates, trees).map { (score($0) + $1) / 2 }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let linear = zip(noneWeights, document).reduce(none) { $0 + $1.0 * $1.1 }
    let none = (linear + trees[candidates.count]) / 2
    let highest = max(scores[best], none)
    // Candidates with the same value support each other.
    let unstated = Double(exp(none - highest))
    var total = unstated
    var agreeing = 0.0
    for (candidate, score) in zip(candidates, scores) {
      let share = Double(exp(score - highest))
      total += share
      if candidate.value == candidates[best].value { agreeing += share }
    }
    let share = min(max(agreeing / total, 1e-6), 1 - 1e-6)
    let odds = log(share / (1 - share))
    return (
      candidates[best], calibration?.probability(logOdds: odds) ?? share,
      log(share * total / unstated)
    )
  }

  /// The score of a candidate.
  private func score(_ candidate: CountCandidate) -> Float {
    let features = candidate.features
    let present = features.indices.filter { features[$0] != 0 }
    var sum: Float = 0
    for (place, one) in present.enumerated() {
      sum += weights[one] * features[one]
      let row = one * features.count
      for other in present[(place + 1)...] {
        sum += pairs[row + other] * features[one] * features[other]
      }
    }
    return sum
  }

  private static func pairs(_ table: Weights) -> [Float] {
    let numbers = CountFeature.numbers
    let count = numbers.count
    var pairs = [Float](repeating: 0, count: count * count)
    for (name, weight) in table.group("sample") {
      let parts = name.split(separator: "*")
      guard parts.count == 2, let one = numbers[parts[0]], let other = numbers[parts[1]]
      else { continue }
      pairs[min(one, other) * count + max(one, other)] = weight
    }
    return pairs
  }
}

extension SampleSizeAppraiser: CountAppraiser {
  func appraise(_ document: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount? {
    let judged = appraise(Self.candidates(in: document, designs: designs), in: document)
    // A report or a commentary has no study of its own, so its people are participants only if it
    // says that they took part in something.
    let isTextOnly = !designs.isEmpty && designs.allSatisfy { Self.textOnly.contains($0.code) }
    guard let judged, !isTextOnly || CountFinder.tookPart(judged.count) else { return nil }
    return judged
  }

  /// Designs of documents that report no study of their own.
  private static let textOnly: Set = ["report", "commentary"]

  /// The numbers of a document that may count its participants.
  ///
  /// - Parameter designs: the study designs of the document.
  static func candidates(
    in document: ScannedDocument, designs: [CodeScores.Candidate]
  ) -> [CountCandidate] {
    // Animals are not participants.
    if document.studiesOnlyAnimals { return [] }
    let discussed = document.discussed
    if discussed.kind == .comment { return [] }
    let found = CountFinder.candidates(
      in: document, isReview: StudyDesignAppraiser.isReview(designs),
      isFuture: designs.contains { $0.code == "protocol" },
      hasDesign: designs.contains { !textOnly.contains($0.code) })
    return found.filter { count in
      count.inTitle
        || !discussed.isOfOthers(document.text.sentences[count.sentence], number: count.sentence)
    }
  }
}
