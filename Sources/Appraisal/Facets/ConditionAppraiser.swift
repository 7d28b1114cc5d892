import Literature

/// Finds the conditions that a document is about.
struct ConditionAppraiser: CodeAppraiser {
  let model = CodeModel(.condition)

  /// The codes of a document, the most probable first.
  func appraise(_ document: ScannedDocument) -> JudgedCodes {
    let all = candidates(document)
    return JudgedCodes(given: model.choose(all), possible: model.possible(all))
  }

  /// Every code with a mention, best first.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate] {
    model.candidates(document)
  }
}
