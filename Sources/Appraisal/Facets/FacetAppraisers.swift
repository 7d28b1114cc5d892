import Literature

/// Finds the codes of one facet in a document.
protocol CodeAppraiser {
  /// The codes of a document.
  func appraise(_ work: ScannedDocument) -> JudgedCodes
  /// Every code with a mention, the best first, for training and tests.
  func candidates(_ work: ScannedDocument) -> [CodeScores.Candidate]
}

/// Finds the count of one facet in a document.
protocol CountAppraiser {
  /// The count; `nil` if the document states none.
  ///
  /// - Parameter designs: the study designs of the document.
  func appraise(_ work: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount?
}

/// The appraiser of each facet.
enum FacetAppraisers {
  /// The appraisers of facets of codes.
  static let codes: [FacetName: any CodeAppraiser & Sendable] = [
    .method: StudyDesign(), .setting: SettingAppraiser(), .condition: ConditionAppraiser(),
  ]

  /// The appraisers of facets of counts.
  static let counts: [FacetName: any CountAppraiser & Sendable] = [
    .sampleSize: SampleSize(), .includedStudies: IncludedStudies(),
  ]
}

extension StudyDesign: CodeAppraiser {}
extension SettingAppraiser: CodeAppraiser {}
extension ConditionAppraiser: CodeAppraiser {}

extension SampleSize: CountAppraiser {
  func appraise(_ work: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount? {
    let candidates = CountFinder.candidates(
      in: work, isReview: StudyDesign.isReview(designs),
      isFuture: designs.contains { $0.code == "protocol" })
    return appraise(candidates, in: work)
  }
}

extension IncludedStudies: CountAppraiser {
  func appraise(_ work: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount? {
    StudyDesign.isReview(designs) ? appraise(work).map { JudgedCount(count: $0) } : nil
  }
}
