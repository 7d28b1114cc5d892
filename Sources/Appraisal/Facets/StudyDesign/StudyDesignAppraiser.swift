import Literature

/// Finds the study designs of a document: those of the studies that it reports, not of those that
/// it cites.
struct StudyDesignAppraiser: CodeAppraiser {
  /// The appraiser that all threads share, because reading its weights takes tens of milliseconds.
  static let standard = StudyDesignAppraiser()

  let model = CodeModel(.method)
  private let trials = StudyDesignNumbers.randomised
  private let membership = TrialMembership()
  private let completion = StudyCompletion()
  private let trialFindings = TrialFindings()
  private let reviewNumbers = StudyDesignNumbers.of(reviews)
  private let primaryNumbers = StudyDesignNumbers.of(primary)
  /// The designs of studies that a comment may be about.
  private let discussedNumbers = StudyDesignNumbers.of(
    primary.union(reviews).union(["economic-evaluation", "protocol"]))

  /// The designs that an open-label study may have.
  private let openDesigns = StudyDesignNumbers.of(["non-randomised-trial", "before-after"])

  // How far to look, in words.

  /// A negation of a design, or the people who were randomised, come at most this far before it.
  private static let negationReach = 3
  /// "Randomised" in "randomised, controlled, open-label" begins at most this far before its end.
  private static let openLabelReach = 4
  /// The words beside a design that may say that it is needed, or what it found.
  private static let othersReach = 7
  /// The words before a design that may say that a study is a part of it.
  private static let nestedReach = 5
  /// The words before a review that may say whose it is: "this", "recent".
  private static let citedReach = 4
  /// The words before a review that may have "we" or "our".
  private static let ownReach = 12
  /// The words before a design that may say that the document has it: "we will conduct".
  private static let conductedReach = 8

  /// Whether each phrase is one for the allocation of groups.
  private let groupsAllocated = PhraseTables.standard.belong(toRule: "groups allocated")
  /// Whether each phrase says that records were linked.
  private let linksRecords = PhraseTables.standard.belong(toRule: "records linked")
  /// Whether each phrase says that groups were compared.
  private let compares = PhraseTables.standard.belong(toRule: "compared with others")

  /// Documents that recommend what should be done.
  private let opinions = StudyDesignNumbers.of(["commentary", "report", "consensus"])

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
  func appraise(_ document: ScannedDocument) -> JudgedCodes {
    let all = candidates(document)
    let assigned = decide(all, in: document)
    return JudgedCodes(
      assigned: assigned,
      possible: model.possible(all).filter { other in !assigned.contains { $0.code == other.code } }
    )
  }

  /// Every code with a mention that may be about this document, best first.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate] {
    let allocatesAnimals = document.allocatesAnimals
    let studiesOnlyAnimals = document.studiesOnlyAnimals
    let mentions = document.mentions(of: .method)
    let isPartOfTrial = membership.holds(for: document, mentions: mentions)
    let isFinished = completion.isFinished(document, mentions: mentions)
    let namesNoStudy = completion.namesNoStudy(document)
    let isOnTrial = trialFindings.isOnTrial(document)
    let isOfRecords = mentions.contains { linksRecords[$0.phrase] }
    let discussed = document.discussed
    return model.candidates(document) { mention in
      let number = document.tables.traits[mention.phrase].number
      let isTrial = trials.contains(number)
      // Animals are randomised too, but they are not participants.
      if isTrial, allocatesAnimals || isPartOfTrial { return true }
      // In "a randomised open-label trial", "open-label" is not another design.
      if openDesigns.contains(number), isOpenLabel(mention, in: document) { return true }
      // Primary studies of animals get no design, but reviews of them do.
      if studiesOnlyAnimals, primaryNumbers.contains(number) { return true }
      // "We hypothesise" implies a plan, unless the results follow.
      if isFinished, completion.isPlan(mention, in: document) { return true }
      // "The policy will be revised."
      if namesNoStudy, completion.isFutureTense(mention) { return true }
      // Groups in linked records are compared, but nobody treated them.
      if isOfRecords, compares[mention.phrase] { return true }
      if isDiscussed(mention, number, in: document, discussed) { return true }
      let text = document.part(inTitle: mention.inTitle)
      let sentence = document.sentence(of: mention)
      let near = document.classes(
        before: mention.words.lowerBound, count: Self.negationReach, in: text, sentence: sentence)
      if near.contains(.negation) { return true }
      if isTrial, sentence.classes.contains(.animal), !document.hasPeople(sentence, in: text) {
        return true
      }
      // "There was no randomisation."
      if isTrial,
        mention.words.contains(where: { document.classes(text, $0).contains(.negation) })
      {
        return true
      }
      if mention.inTitle { return false }
      // "Patients at health centres were randomly assigned": the patients were, not the centres.
      if near.contains(.people), groupsAllocated[mention.phrase] { return true }
      if isTrial, !isOnTrial, trialFindings.contain(mention, in: document) { return true }
      if isOfNamedAuthor(mention, in: document) { return true }
      if isOfOthers(mention, in: document) { return true }
      return reviewNumbers.contains(number) && isCited(mention, in: document)
    }
  }

  /// Whether a design is that of a study that a comment is about, of one that is only an example,
  /// or of trials in general.
  private func isDiscussed(
    _ mention: Mention, _ number: Int, in document: ScannedDocument, _ discussed: DiscussedStudies
  ) -> Bool {
    guard discussedNumbers.contains(number) else { return false }
    let isTrial = trials.contains(number)
    switch discussed.kind {
    case .comment: return true
    case .methods:
      let text = document.part(inTitle: mention.inTitle)
      if isTrial, mention.inTitle || text.words[mention.words.upperBound].shape.contains(.plural) {
        return true
      }
    case .argument where !isTrial: return false
    case .argument, .study: break
    }
    return !mention.inTitle
      && discussed.isOfOthers(document.sentence(of: mention), number: mention.sentence)
  }

  /// Whether a mention is the end of "randomised, controlled, open-label".
  private func isOpenLabel(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let text = document.part(inTitle: mention.inTitle)
    let first = mention.words.lowerBound
    return text.found(beginningIn: max(0, first - Self.openLabelReach)..<first).contains { match in
      document.tables.contexts.randomisedOpenLabel[Int(match.phrase)]
        && mention.words.contains(Int(match.last))
        && !document.classes(
          before: Int(match.first), count: 1, in: text, sentence: document.sentence(of: mention)
        ).contains(.negation)
    }
  }

  /// Whether a design is that of a study whose author is named: "in a randomised trial by Smith,
  /// mothers were interviewed".
  private func isOfNamedAuthor(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let sentence = document.sentence(of: mention)
    guard sentence.classes.isDisjoint(with: [.first, .this]),
      !opinions.contains(document.tables.traits[mention.phrase].number)
    else { return false }
    let first = max(
      sentence.words.lowerBound, mention.words.lowerBound - ScannedDocument.authorReach)
    return document.text.found(beginningIn: first..<mention.words.upperBound + 1).contains {
      document.isStudy($0, byAuthorIn: document.text)
    }
  }

  /// Whether a design is mentioned as a recommendation, as earlier work, or as the larger study
  /// that this one belongs to.
  private func isOfOthers(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let traits = document.tables.traits[mention.phrase]
    guard traits.tag == .name, !opinions.contains(traits.number) else { return false }
    let sentence = document.sentence(of: mention)
    if sentence.zone == .registration || sentence.zone == .references { return true }
    let text = document.text
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    let count = Self.othersReach
    let before = document.classes(before: first, count: count, in: text, sentence: sentence)
    let after = document.classes(after: last, count: count, in: text, sentence: sentence)
    // "A randomised trial is warranted", but not "trials need more men to be randomised".
    if before.contains(.needed) || after.contains(.needed), !after.contains(.randomised),
      before.isDisjoint(with: [.first, .this])
    {
      return true
    }
    let isPlural =
      text.words[last].shape.contains(.plural) && document.classes(text, last).contains(.study)
    if isPlural, before.contains(.prior) || after.contains(.prior) { return true }
    // "Mentors worked as part of a randomised trial."
    let clause = document.classes(
      before: first, count: Self.nestedReach, in: text, sentence: sentence,
      until: [.comma, .semicolon, .colon, .period])
    return clause.contains(.nested) && clause.contains(.article)
      && sentence.classes.isDisjoint(with: [.future])
  }

  /// Whether a review is by others: "a systematic review by Smith et al.", "in a recent
  /// meta-analysis", "previous reviews", "meta-analyses suggest that".
  private func isCited(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let text = document.text
    let sentence = document.sentence(of: mention)
    if sentence.classes.contains(.cited) { return true }
    guard document.tables.traits[mention.phrase].tag == .name else { return false }
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    let before = document.classes(
      before: first, count: Self.citedReach, in: text, sentence: sentence)
    let own: WordClasses = [.first, .this]
    if !before.isDisjoint(with: own) { return false }
    let all = document.classes(before: first, count: Self.ownReach, in: text, sentence: sentence)
    if !all.isDisjoint(with: .first) { return false }
    if before.contains(.prior) || before.contains(.earlier) { return true }
    if text.words[last].shape.contains(.plural) { return true }
    let next = document.classes(after: last, count: 1, in: text, sentence: sentence, until: .breaks)
    if next.contains(.source), sentence.zone != .methods { return true }
    // "In a meta-analysis of 32 studies …, the risk was", without naming its authors.
    let isIntroduced =
      first > sentence.words.lowerBound + 1
      && document.classes(text, first - 1).contains(.article)
      && document.classes(text, first - 2).contains(.place)
    return isIntroduced && sentence.zone != .methods && sentence.zone != .objective
  }

  /// Chooses the candidates that are probable enough, then applies rules between designs.
  private func decide(_ candidates: [CodeScores.Candidate], in document: ScannedDocument)
    -> [CodeScores.Candidate]
  {
    var chosen = model.assigned(candidates)
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
    // The rounds of a Delphi study are surveys, but it is not a survey of a cross-section.
    if has("consensus") {
      chosen.removeAll { candidate in
        candidate.code == "cross-sectional"
          && !candidate.mentions.contains { namesCrossSection($0, in: document) }
      }
    }
    // Reviews mentioned in a trial or a protocol are those of others, unless it says otherwise.
    let isStudy = has("protocol") || has("randomised-trial") || has("non-randomised-trial")
    if isStudy {
      chosen.removeAll { Self.reviews.contains($0.code) && !$0.inTitle && !isOwn($0, in: document) }
    }
    if chosen.contains(where: { Self.reviews.contains($0.code) && $0.inTitle }) {
      chosen.removeAll { Self.primary.contains($0.code) && !$0.inTitle && !isOwn($0, in: document) }
    }
    return chosen
  }

  /// Whether a mention has the words "cross-sectional".
  private func namesCrossSection(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let words = mention.words.lowerBound..<mention.words.upperBound + 1
    return document.part(inTitle: mention.inTitle).found(beginningIn: words).contains {
      document.tables.contexts.crossSectional[Int($0.phrase)]
    }
  }

  /// Whether a mention is explicitly about the document itself: "we will conduct a systematic
  /// review", "this meta-analysis", "the present study is a randomised trial".
  private func isOwn(_ candidate: CodeScores.Candidate, in document: ScannedDocument) -> Bool {
    candidate.mentions.contains { mention in
      guard !mention.inTitle, document.tables.traits[mention.phrase].tag == .name else {
        return false
      }
      let before = document.classes(
        before: mention.words.lowerBound, count: Self.conductedReach, in: document.text,
        sentence: document.sentence(of: mention))
      return !before.isDisjoint(with: [.first, .this])
    }
  }
}
