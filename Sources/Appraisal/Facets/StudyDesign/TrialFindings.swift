/// Trials that a document mentions only for what they found: "a randomised trial elsewhere showed
/// fewer admissions".
struct TrialFindings {
  /// The article of a trial is at most this many words before it.
  private static let articleReach = 2
  /// The verb of a finding is at most this many words after the trial.
  private static let findingReach = 4

  /// Whether the title or more than one sentence of a document mentions randomisation, so that it
  /// may report a trial.
  func isOnTrial(_ document: ScannedDocument) -> Bool {
    let isInTitle = document.title.sentences.contains { $0.classes.contains(.randomised) }
    if isInTitle { return true }
    let sentences = document.text.sentences.lazy.filter { $0.classes.contains(.randomised) }
    return sentences.prefix(2).count > 1
  }

  /// Whether a mention of a trial is the subject of a finding, and the sentence does not say whose
  /// trial it is.
  func contain(_ mention: Mention, in document: ScannedDocument) -> Bool {
    let sentence = document.sentence(of: mention)
    guard document.tables.traits[mention.phrase].tag == .name,
      sentence.zone == .text || sentence.zone == .background,
      sentence.classes.isDisjoint(with: [.first, .this])
    else { return false }
    let before = document.classes(
      before: mention.words.lowerBound, count: Self.articleReach, in: document.text,
      sentence: sentence)
    let after = document.classes(
      after: mention.words.upperBound, count: Self.findingReach, in: document.text,
      sentence: sentence, until: [.comma, .semicolon, .colon, .period])
    return before.contains(.article)
      && !after.isDisjoint(with: [.prior, .finding, .outcome])
      && after.isDisjoint(with: [.enrolled, .randomised])
  }
}
