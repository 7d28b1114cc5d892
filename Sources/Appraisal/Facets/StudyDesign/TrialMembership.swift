import Literature

/// Whether a document studies the people or the data of a randomised trial, but does not report the
/// trial itself: "we interviewed participants of a randomised controlled trial".
///
/// It must say that it belongs to a trial, name a design of its own, and nowhere report that its
/// own participants were allocated or compared by arm.
struct TrialMembership {
  /// The maximum number of words between a trial and the word for what belongs to it.
  private static let reach = 5
  /// The words before "women in a randomised trial" that may say that they were interviewed.
  private static let interviewReach = 8
  /// The words before a trial that may say whose it is: "our".
  private static let ownerReach = 3
  /// The words after a trial that may say what it found.
  private static let findingReach = 8
  /// The words after the beginning of a name of a trial that may have its noun.
  private static let nounReach = 3
  /// The words before a trial that may say that the document reports it: "we conducted".
  private static let conductedReach = 4
  /// A document with a greater share of sentences in the future tense is a plan of the trial.
  private static let mostFuture: Float = 0.2

  private let trials = StudyDesignNumbers.randomised
  private let ownDesigns = StudyDesignNumbers.of([
    "qualitative", "mixed-methods", "cross-sectional", "cohort", "case-control",
    "service-evaluation",
  ])
  private let cohort = StudyDesignNumbers.of(["cohort"])

  /// Whether a document is only part of a trial.
  ///
  /// - Parameter mentions: its mentions of study designs.
  func holds(for document: ScannedDocument, mentions: [Mention]) -> Bool {
    guard document.features[DocumentFeature.future.rawValue] <= Self.mostFuture else {
      return false
    }
    let traits = document.tables.traits
    var isMember = false
    var members: Set<Int> = []
    for mention in mentions where trials.contains(traits[mention.phrase].number) {
      if belongs(to: mention, in: document) {
        isMember = true
        if !mention.inTitle { members.insert(mention.sentence) }
      } else if mention.inTitle || isOwn(mention, in: document) {
        return false
      }
    }
    guard isMember else { return false }
    return mentions.contains { mention in
      let trait = traits[mention.phrase]
      guard ownDesigns.contains(trait.number) else { return false }
      // "Data from the arms of a randomised trial were analysed as a cohort."
      if !mention.inTitle, members.contains(mention.sentence), cohort.contains(trait.number) {
        return true
      }
      // Interviews count as much as a named design.
      return (trait.tag == .name || trait.weight >= 1)
        && document.zone(of: mention) != .background
    }
  }

  /// Whether people, data or a study come from the trial that a mention names: "participants of a
  /// randomised trial", "data from the arms of a randomised trial", "recruited for a randomised
  /// study", "nested in a randomised trial".
  private func belongs(to mention: Mention, in document: ScannedDocument) -> Bool {
    let text = document.part(inTitle: mention.inTitle)
    let sentence = document.sentence(of: mention)
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    guard sentence.classes.isDisjoint(with: .future), namesTrial(mention, in: document)
    else { return false }
    if isEarlierTrial(mention, in: document) { return true }
    let start = sentence.words.lowerBound
    var at = last
    while at >= start, first - at <= Self.reach {
      let kinds = document.classes(text, at)
      if !kinds.isDisjoint(with: [.conducted, .copula, .joiner]) { return false }
      // "this randomised trial", but "our randomised trial" may be an earlier one
      if kinds.contains(.this), !kinds.contains(.first) { return false }
      // "alongside a randomised trial", but not "a larger randomised trial"
      if at + 1 < first, kinds.contains(.nested),
        !document.classes(text, at + 1).isDisjoint(with: [.article, .first, .stop])
      {
        return true
      }
      guard at > start, at > first || text.words[at].gap.isDisjoint(with: .breaks) else {
        return false
      }
      let before = document.classes(text, at - 1)
      // "women who entered a randomised trial"
      if at < first, kinds.contains(.enrolled),
        before.contains(.people) || isAfterPeople(at - 1, from: start, in: text)
      {
        return true
      }
      if kinds.contains(.stop), !before.contains(.stop) {
        return comes(before, by: kinds, at: at, of: sentence, text, in: document)
      }
      at -= 1
    }
    return false
  }

  /// Whether the word before a preposition is for what comes from a trial.
  private func comes(
    _ before: WordClasses, by preposition: WordClasses, at place: Int, of sentence: Sentence,
    _ text: ScannedText, in document: ScannedDocument
  ) -> Bool {
    if before.contains(.conducted) { return false }
    // "nested in", "recruited for"
    if !before.isDisjoint(with: [.nested, .enrolled]) { return true }
    // "We interviewed participants in a randomised trial", but not "we tested mentors for women in
    // a randomised trial".
    guard preposition.contains(.among) || isFrom(preposition, text.words[place]) else {
      return before.contains(.people)
        && document.classes(
          before: place, count: Self.interviewReach, in: text, sentence: sentence
        ).contains(.interviewed)
    }
    return isData(before, text.words[place - 1]) || !before.isDisjoint(with: [.people, .arm])
  }

  /// Whether a word is "from".
  ///
  /// The other word of this class is "by", which is shorter.
  private func isFrom(_ kinds: WordClasses, _ word: ScannedWord) -> Bool {
    kinds.contains(.source) && word.length == 4
  }

  /// Whether a word is "data", the only word for findings that has four letters.
  private func isData(_ kinds: WordClasses, _ word: ScannedWord) -> Bool {
    kinds.contains(.finding) && word.length == 4
  }

  /// Whether the authors refer to a trial of theirs that is finished: "our randomised trial found".
  private func isEarlierTrial(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let sentence = document.sentence(of: mention)
    guard sentence.zone == .background else { return false }
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    let before = document.classes(
      before: first, count: Self.ownerReach, in: document.text, sentence: sentence)
    let after = document.classes(
      after: last, count: Self.findingReach, in: document.text, sentence: sentence)
    return before.contains(.first) && after.contains(.prior)
  }

  /// Whether a word such as "who" follows one for people.
  private func isAfterPeople(_ at: Int, from start: Int, in text: ScannedText) -> Bool {
    at > start && text.classes[at].contains(.stop) && text.classes[at - 1].contains(.people)
  }

  /// Whether a mention is the name of a trial, or the beginning of one: "in a randomised" in "in a
  /// randomised controlled trial".
  private func namesTrial(_ mention: Mention, in document: ScannedDocument) -> Bool {
    if document.tables.traits[mention.phrase].tag == .name { return true }
    return document.classes(
      after: mention.words.upperBound, count: Self.nounReach,
      in: document.part(inTitle: mention.inTitle), sentence: document.sentence(of: mention),
      until: .breaks
    ).contains(.study)
  }

  /// Whether a mention says that the document reports a trial: "we conducted a randomised trial",
  /// "women were randomly assigned", "placebo", but not "a year after randomisation".
  private func isOwn(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let text = document.text
    let sentence = document.sentence(of: mention)
    switch sentence.zone {
    case .background, .references, .registration: return false
    default: break
    }
    let first = mention.words.lowerBound
    guard document.tables.traits[mention.phrase].tag == .name else {
      let kinds = document.classes(text, first)
      return !kinds.contains(.stop) || kinds.contains(.copula)
    }
    // "In a randomised trial, 120 women met a doula or none."
    if sentence.zone == .design || first - sentence.words.lowerBound <= 2 { return true }
    let before = document.classes(
      before: first, count: Self.conductedReach, in: text, sentence: sentence)
    return !before.isDisjoint(with: [.this, .conducted, .copula, .planned])
      || before.contains(.first) && before.contains(.article)
  }
}
