import Literature

/// Whether a document reports a finished study, so that its aims and hypotheses are not a plan.
struct StudyCompletion {
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

  /// Whether a mention says that the document is a plan.
  func isPlan(_ mention: Mention, in document: ScannedDocument) -> Bool {
    document.tables.traits[mention.phrase].number == plan
  }
}
