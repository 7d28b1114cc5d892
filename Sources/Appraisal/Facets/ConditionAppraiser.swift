import Literature

/// Finds the conditions that a document is about.
struct ConditionAppraiser: CodeAppraiser {
  let model = CodeModel(.condition)

  /// Every code with a mention, best first.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate] {
    model.candidates(document)
  }
}
