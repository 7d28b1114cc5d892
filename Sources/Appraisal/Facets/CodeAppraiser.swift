/// Finds the codes of one facet in a document.
protocol CodeAppraiser {
  /// The codes of a document.
  func appraise(_ document: ScannedDocument) -> JudgedCodes
  /// Every code with a mention, the best first, for training and tests.
  func candidates(_ document: ScannedDocument) -> [CodeScores.Candidate]
}
