import Literature

/// Finds the study designs of a document: what it is or reports, not what it cites.
struct StudyDesignAppraiser: CodeAppraiser {
  let model = CodeModel(.method)
  private let trials = numbers(["randomised-trial", "cluster-randomised-trial"])
  private let reviewNumbers = numbers(Array(reviews))

  /// Whether each phrase is one for the allocation of groups.
  private let groupsAllocated = PhraseTables.standard.phrases.map { $0.rule == "groups allocated" }

  /// Documents that recommend what should be done.
  private let opinions = numbers(["commentary", "report", "consensus"])

  private static func numbers(_ codes: [String]) -> [Int] {
    codes.compactMap { Vocabulary.standard.number(of: $0, in: .method) }
  }

  private static let reviews: Set = [
    "systematic-review", "scoping-review", "rapid-review", "narrative-review", "meta-analysis",
  ]
  private static let primary: Set = [
    "randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "before-after",
    "cohort", "case-control", "cross-sectional", "qualitative", "mixed-methods", "case-study",
    "service-evaluation",
  ]

  /// Whether some designs make the document a review of other studies.
  static func isReview(_ designs: [CodeScores.Candidate]) -> Bool {
    designs.contains { reviews.contains($0.code) }
  }

  /// The codes of a document, the most probable first.
  func appraise(_ work: ScannedDocument) -> JudgedCodes {
    let all = candidates(work)
    let given = decide(all, in: work)
    return JudgedCodes(
      given: given,
      possible: model.possible(all).filter { other in !given.contains { $0.code == other.code } })
  }

  /// Every code with a mention that may be about this document, best first.
  func candidates(_ work: ScannedDocument) -> [CodeScores.Candidate] {
    let isAboutAnimals = isAboutAnimals(work)
    return model.candidates(work) { mention in
      let number = work.tables.traits[mention.phrase].number
      let isTrial = trials.contains(number)
      // Animals are randomised too, but they are not participants.
      if isTrial, isAboutAnimals { return true }
      let reading = work.reading(mention.inTitle)
      let sentence = work.sentence(of: mention)
      let near = work.classes(
        before: mention.words.lowerBound, count: 3, in: reading, sentence: sentence)
      if near.contains(.negation) { return true }
      if isTrial, sentence.classes.contains(.animal), !sentence.classes.contains(.people) {
        return true
      }
      // "There was no randomisation."
      if isTrial,
        mention.words.contains(where: { work.classes(reading, $0).contains(.negation) })
      {
        return true
      }
      if mention.inTitle { return false }
      // "Patients at health centres were randomly assigned": the patients were, not the centres.
      if near.contains(.people), groupsAllocated[mention.phrase] { return true }
      if isOfOthers(mention, in: work) { return true }
      return reviewNumbers.contains(number) && isCited(mention, in: work)
    }
  }

  /// Whether a design is mentioned as a recommendation, as earlier work, or as the larger study
  /// that this one belongs to.
  private func isOfOthers(_ mention: Mention, in work: ScannedDocument) -> Bool {
    let traits = work.tables.traits[mention.phrase]
    guard traits.tag == .name, !opinions.contains(traits.number) else { return false }
    let sentence = work.sentence(of: mention)
    if sentence.zone == .registration || sentence.zone == .references { return true }
    let reading = work.text
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    let before = work.classes(before: first, count: 7, in: reading, sentence: sentence)
    let after = work.classes(after: last, count: 7, in: reading, sentence: sentence)
    // "A randomised trial is warranted", but not "trials need more men to be randomised".
    if before.contains(.needed) || after.contains(.needed), !after.contains(.randomised),
      before.isDisjoint(with: [.first, .this])
    {
      return true
    }
    let isPlural =
      reading.words[last].shape.contains(.plural) && work.classes(reading, last).contains(.study)
    if isPlural, before.contains(.prior) || after.contains(.prior) { return true }
    // "Mentors worked as part of a randomised trial."
    let clause = work.classes(
      before: first, count: 5, in: reading, sentence: sentence,
      until: [.comma, .semicolon, .colon, .period])
    return clause.contains(.nested) && clause.contains(.article)
      && sentence.classes.isDisjoint(with: [.future])
  }

  /// Whether a review is by others: "a systematic review by Smith et al.", "in a recent
  /// meta-analysis", "previous reviews", "meta-analyses suggest that".
  private func isCited(_ mention: Mention, in work: ScannedDocument) -> Bool {
    let reading = work.text
    let sentence = work.sentence(of: mention)
    if sentence.classes.contains(.cited) { return true }
    guard work.tables.traits[mention.phrase].tag == .name else { return false }
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    let before = work.classes(before: first, count: 4, in: reading, sentence: sentence)
    let own: WordClasses = [.first, .this]
    if !before.isDisjoint(with: own) { return false }
    let all = work.classes(before: first, count: 12, in: reading, sentence: sentence)
    if !all.isDisjoint(with: .first) { return false }
    if before.contains(.prior) || before.contains(.earlier) { return true }
    if reading.words[last].shape.contains(.plural) { return true }
    let next = work.classes(after: last, count: 1, in: reading, sentence: sentence, until: .breaks)
    if next.contains(.source), sentence.zone != .methods { return true }
    // "In a meta-analysis of 32 studies …, the risk was", without naming its authors.
    let isIntroduced =
      first > sentence.words.lowerBound + 1
      && work.classes(reading, first - 1).contains(.article)
      && work.classes(reading, first - 2).contains(.place)
    return isIntroduced && sentence.zone != .methods && sentence.zone != .objective
  }

  /// Whether the title or two sentences mention laboratory animals.
  private func isAboutAnimals(_ work: ScannedDocument) -> Bool {
    if work.title.sentences.contains(where: { $0.classes.contains(.animal) }) { return true }
    return work.text.sentences.lazy
      .filter { $0.classes.contains(.animal) && !$0.classes.contains(.people) }
      .prefix(2).count == 2
  }

  /// Chooses the candidates that are probable enough, then applies rules between designs.
  private func decide(_ candidates: [CodeScores.Candidate], in work: ScannedDocument)
    -> [CodeScores.Candidate]
  {
    var chosen = model.choose(candidates)
    func has(_ code: String) -> Bool { chosen.contains { $0.code == code } }
    // A cluster-randomised trial is a randomised trial.
    if let cluster = chosen.first(where: { $0.code == "cluster-randomised-trial" }),
      !has("randomised-trial")
    {
      var wider = cluster
      wider.code = "randomised-trial"
      if let own = candidates.first(where: { $0.code == "randomised-trial" }) {
        wider.mentions = own.mentions
      }
      chosen.append(wider)
    }
    // Reviews mentioned in a trial or a protocol are those of others, unless it says otherwise.
    let isStudy = has("protocol") || has("randomised-trial") || has("non-randomised-trial")
    if isStudy {
      chosen.removeAll { Self.reviews.contains($0.code) && !$0.inTitle && !isOwn($0, in: work) }
    }
    if chosen.contains(where: { Self.reviews.contains($0.code) && $0.inTitle }) {
      chosen.removeAll { Self.primary.contains($0.code) && !$0.inTitle && !isOwn($0, in: work) }
    }
    return chosen
  }

  /// Whether a mention is explicitly about the document itself: "we will conduct a systematic
  /// review", "this meta-analysis", "the present study is a randomised trial".
  private func isOwn(_ candidate: CodeScores.Candidate, in work: ScannedDocument) -> Bool {
    candidate.mentions.contains { mention in
      guard !mention.inTitle, work.tables.traits[mention.phrase].tag == .name else { return false }
      let before = work.classes(
        before: mention.words.lowerBound, count: 8, in: work.text,
        sentence: work.sentence(of: mention))
      return !before.isDisjoint(with: [.first, .this])
    }
  }
}
