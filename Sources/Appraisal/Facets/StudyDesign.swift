import Literature

/// Finds the study designs of a work.
struct StudyDesign {
  private let weights = Weights.standard.zones("method")
  private let threshold = Weights.standard["method", "threshold"]
  private let trials = numbers(["randomised-trial", "cluster-randomised-trial"])
  /// Works that say what should be.
  private let opinions = numbers(["commentary", "report", "consensus"])

  private static func numbers(_ codes: [String]) -> [Int] {
    codes.compactMap { Vocabulary.standard.number(of: $0, in: .method) }
  }

  /// Codes with what speaks for them, best first.
  func appraise(_ work: Work) -> [CodeScores.Candidate] {
    var mentions = work.mentions(of: .method)
    for at in mentions.indices { mentions[at].weight = weight(of: mentions[at], in: work) }
    // Animals are randomised too, but they are no participants.
    if isAboutAnimals(work) {
      for at in mentions.indices
      where trials.contains(work.tables.phrases[mentions[at].phrase].number) {
        mentions[at].weight = 0
      }
    }
    let scores = CodeScores(mentions, tables: work.tables, shares: [1, 0.6, 0.4, 0.3, 0.2])
    return decide(scores, in: work)
  }

  /// What a mention counts where it stands.
  private func weight(of mention: Mention, in work: Work) -> Float {
    // Fields are read one by one: a phrase copied whole costs more than the rules.
    let (number, tag) = (
      work.tables.phrases[mention.phrase].number, work.tables.phrases[mention.phrase].tag
    )
    let sentence = work.sentence(of: mention)
    let reading = work.reading(mention.inTitle)
    var weight = work.tables.phrases[mention.phrase].weight * weights[sentence.zone.rawValue]
    let before = work.classes(
      before: mention.words.lowerBound, count: 7, in: reading, sentence: sentence)
    let near = work.classes(
      before: mention.words.lowerBound, count: 3, in: reading, sentence: sentence)
    let after = work.classes(
      after: mention.words.upperBound, count: 7, in: reading, sentence: sentence)
    if near.contains(.negation) { return 0 }
    if trials.contains(number) {
      // "There was no randomisation."
      if mention.words.contains(where: { work.classes(reading, $0).contains(.negation) }) {
        return 0
      }
      if sentence.classes.contains(.animal), !sentence.classes.contains(.people) { return 0 }
    }
    // "Patients at health centres were randomly assigned": the patients were, not the centres.
    if near.contains(.people), work.tables.phrases[mention.phrase].rule == "groups allocated",
      weight > 0
    {
      return 0
    }
    if mention.inTitle { return weight }
    if before.contains(.needed) || after.contains(.needed), !after.contains(.randomised),
      !opinions.contains(number)
    {
      weight *= 0.25
    }
    if tag == .name {
      if before.contains(.prior) || after.contains(.prior) { weight *= 0.5 }
      if isPlural(reading, mention.words.upperBound, work) { weight *= 0.4 }
      let clause = work.classes(
        before: mention.words.lowerBound, count: 6, in: reading, sentence: sentence,
        until: [.comma, .semicolon, .colon, .period])
      if clause.contains(.nested) { weight *= 0.5 }
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

  /// Whether a title or two sentences name animals of the laboratory.
  private func isAboutAnimals(_ work: Work) -> Bool {
    if work.title.sentences.contains(where: { $0.classes.contains(.animal) }) { return true }
    return work.text.sentences.lazy.filter { $0.classes.contains(.animal) }.prefix(2).count == 2
  }

  private static let primary: Set = [
    "randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "before-after",
    "cohort", "case-control", "cross-sectional", "qualitative", "mixed-methods", "case-study",
    "service-evaluation",
  ]

  /// Adds the wider code that goes with a chosen one, on the same words where it has none.
  private func add(
    _ code: String, after other: String, in scores: CodeScores,
    to chosen: inout [CodeScores.Candidate]
  ) {
    guard !chosen.contains(where: { $0.code == code }) else { return }
    guard var candidate = chosen.first(where: { $0.code == other }) else { return }
    if let own = scores[code] { candidate.mentions = own.mentions }
    candidate.code = code
    chosen.append(candidate)
  }

  /// Chooses among scored codes.
  func decide(_ scores: CodeScores, in work: Work) -> [CodeScores.Candidate] {
    let (reviews, primary) = (Self.reviews, Self.primary)
    var chosen = scores.candidates.filter { $0.score >= threshold }
    func has(_ code: String) -> Bool { chosen.contains { $0.code == code } }
    /// Whether a design is called by its name somewhere, not only told by what was done.
    func isNamed(_ candidate: CodeScores.Candidate) -> Bool {
      candidate.mentions.contains { mention in
        let phrase = work.tables.phrases[mention.phrase]
        return phrase.tag == .name && mention.weight >= 0.5
      }
    }
    func drop(_ codes: some Sequence<String>, unlessInTitle: Bool = false) {
      let codes = Set(codes)
      chosen.removeAll { codes.contains($0.code) && !(unlessInTitle && $0.inTitle) }
    }
    if has("systematic-review") || has("scoping-review") || has("rapid-review") {
      drop(["narrative-review"])
    }
    if has("meta-analysis") {
      drop(["narrative-review"])
      add("systematic-review", after: "meta-analysis", in: scores, to: &chosen)
    }
    if has("rapid-review") { drop(["systematic-review", "consensus"], unlessInTitle: true) }
    if chosen.contains(where: { reviews.contains($0.code) }) {
      drop(primary.union(["report", "commentary"]), unlessInTitle: true)
      if let plan = scores["protocol"], !isNamed(plan) { drop(["protocol"]) }
    }
    if has("cluster-randomised-trial") {
      add("randomised-trial", after: "cluster-randomised-trial", in: scores, to: &chosen)
    }
    if has("randomised-trial") {
      drop(["non-randomised-trial", "cohort", "cross-sectional"], unlessInTitle: true)
      drop(["service-evaluation"])
      if let before = scores["before-after"], !isNamed(before), before.score < 1.2 {
        drop(["before-after"])
      }
      if let interviews = scores["qualitative"], !isNamed(interviews) {
        drop(["qualitative"], unlessInTitle: true)
      }
    }
    if work.text.sentences.contains(where: { $0.zone == .results }),
      let plan = scores["protocol"], !isNamed(plan)
    {
      drop(["protocol"])
    }
    if has("mixed-methods") { drop(["qualitative"], unlessInTitle: true) }
    if has("cohort") { drop(["cross-sectional"], unlessInTitle: true) }
    if has("economic-evaluation"), let interviews = scores["qualitative"], !isNamed(interviews) {
      drop(["qualitative"], unlessInTitle: true)
    }
    if has("protocol") { drop(["narrative-review"], unlessInTitle: true) }
    if let report = chosen.first(where: { $0.code == "report" }), isNamed(report),
      !chosen.contains(where: { primary.contains($0.code) && (isNamed($0) || $0.inTitle) })
    {
      drop(primary.union(["protocol", "economic-evaluation", "commentary"]))
    }
    if !primary.isDisjoint(with: chosen.map(\.code)) || has("protocol") {
      drop(["report", "commentary"], unlessInTitle: true)
    }
    return chosen
  }
}
