/// Finds the codes of one facet in a document.
protocol CodeAppraiser {
  /// The model that decides which codes a document has.
  var model: CodeModel { get }
  /// The codes of a document, the most probable first.
  func appraise(_ document: ScannedDocument) -> JudgedCodes
  /// Every code with a mention, the best first, for training and tests.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate]
}

extension CodeAppraiser {
  func appraise(_ document: ScannedDocument) -> JudgedCodes {
    let all = candidates(document)
    return JudgedCodes(assigned: model.assigned(all), possible: model.possible(all))
  }
}
