import Literature

/// Finds the study designs of a work.
struct StudyDesign {
  private let weights = Weights.standard.zones("method")
  private let threshold = Weights.standard["method", "threshold"]

  /// Codes with what speaks for them, best first.
  func appraise(_ work: Work) -> [CodeScores.Candidate] {
    var mentions = work.mentions(of: .method)
    for at in mentions.indices { mentions[at].weight = weight(of: mentions[at], in: work) }
    let scores = CodeScores(mentions, tables: work.tables, shares: [1, 0.6, 0.4, 0.3, 0.2])
    return Self.decide(scores, threshold: threshold)
  }

  /// What a mention counts where it stands.
  private func weight(of mention: Mention, in work: Work) -> Float {
    let phrase = work.tables.phrases[mention.phrase]
    let sentence = work.sentence(of: mention)
    let reading = work.reading(mention.inTitle)
    var weight = phrase.weight * (weights[sentence.zone] ?? 0)
    let before = work.classes(
      before: mention.words.lowerBound, count: 7, in: reading, sentence: sentence)
    let near = work.classes(
      before: mention.words.lowerBound, count: 3, in: reading, sentence: sentence)
    let after = work.classes(
      after: mention.words.upperBound, count: 7, in: reading, sentence: sentence)
    if near.contains(.negation) { return 0 }
    if mention.inTitle { return weight }
    if before.contains(.needed) || after.contains(.needed), !after.contains(.randomised) {
      weight *= 0.25
    }
    if phrase.tag == .name {
      if before.contains(.prior) || after.contains(.prior) { weight *= 0.5 }
      if isPlural(reading, mention.words.upperBound, work) { weight *= 0.4 }
      if before.contains(.part) { weight *= 0.6 }
    }
    return weight
  }

  /// Whether a word is the plural of a kind of study: that speaks of other people's studies.
  private func isPlural(_ reading: Reading, _ word: Int, _ work: Work) -> Bool {
    reading.words[word].shape.contains(.plural) && work.classes(reading, word).contains(.study)
  }

  /// Whether some designs make the work a review of other studies.
  static func isReview(_ designs: [CodeScores.Candidate]) -> Bool {
    designs.contains { reviews.contains($0.code) }
  }

  private static let reviews: Set = [
    "systematic-review", "scoping-review", "rapid-review", "narrative-review", "meta-analysis",
  ]
  private static let primary: Set = [
    "randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "before-after",
    "cohort", "case-control", "cross-sectional", "qualitative", "mixed-methods", "case-study",
    "service-evaluation",
  ]

  /// Chooses among scored codes.
  static func decide(_ scores: CodeScores, threshold: Float) -> [CodeScores.Candidate] {
    var chosen = scores.candidates.filter { $0.score >= threshold }
    func has(_ code: String) -> Bool { chosen.contains { $0.code == code } }
    func drop(_ codes: some Sequence<String>, unlessInTitle: Bool = false) {
      let codes = Set(codes)
      chosen.removeAll { codes.contains($0.code) && !(unlessInTitle && $0.inTitle) }
    }
    if has("systematic-review") || has("scoping-review") || has("rapid-review") {
      drop(["narrative-review"])
    }
    if !reviews.isDisjoint(with: chosen.map(\.code)) { drop(primary, unlessInTitle: true) }
    return chosen
  }
}
