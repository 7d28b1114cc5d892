import Literature

/// Finds the conditions that a document is about.
struct ConditionAppraiser: CodeAppraiser {
  let model = CodeModel(.condition)
  private let opioids = OpioidAnalgesia()

  /// Every code with a mention, best first.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate] {
    let isPainRelief = opioids.isPainRelief(in: document)
    return model.candidates(document) { mention in
      isPainRelief && opioids.isNamed(by: mention, in: document)
    }
  }
}
