import Literature

/// Whether a document reports a finished study, so that its aims and hypotheses are not a plan, and
/// whether it plans a study at all.
struct StudyCompletion {
  /// Whether each phrase is only in the future tense.
  private let future = zip(
    PhraseTables.standard.belong(toRule: "future tense"),
    PhraseTables.standard.belong(toRule: "to be done")
  ).map { $0 || $1 }
  private let plan = Vocabulary.standard.number(of: "protocol", in: .method) ?? -1

  /// Whether a document has results, speaks of no future except in its conclusion, and is nowhere
  /// named a protocol.
  ///
  /// - Parameter mentions: its mentions of study designs.
  func isFinished(_ document: ScannedDocument, mentions: [Mention]) -> Bool {
    let sentences = document.text.sentences
    guard sentences.contains(where: { $0.zone == .results }),
      !sentences.contains(where: { $0.zone != .conclusion && $0.classes.contains(.future) })
    else { return false }
    return !mentions.contains { mention in
      isPlan(mention, in: document) && document.tables.traits[mention.phrase].tag == .name
    }
  }

  /// Whether a document names no study and nobody who takes part in one, so that what it plans is
  /// something else: "the policy will be revised".
  func namesNoStudy(_ document: ScannedDocument) -> Bool {
    let words: WordClasses = [
      .study, .work, .sample, .measure, .randomised, .enrolled, .interviewed, .analysed,
    ]
    return [document.title, document.text].allSatisfy { text in
      text.sentences.allSatisfy { $0.classes.isDisjoint(with: words) }
    }
  }

  /// Whether a mention is only in the future tense, like many in a policy or a job advertisement.
  func isFutureTense(_ mention: Mention) -> Bool { future[mention.phrase] }

  /// Whether a mention says that the document is a plan.
  func isPlan(_ mention: Mention, in document: ScannedDocument) -> Bool {
    document.tables.traits[mention.phrase].number == plan
  }
}
