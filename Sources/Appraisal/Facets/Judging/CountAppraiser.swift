/// Finds the count of one facet in a document.
protocol CountAppraiser {
  /// The count; `nil` if the document states none.
  ///
  /// - Parameter designs: the study designs of the document.
  func appraise(_ document: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount?
}
