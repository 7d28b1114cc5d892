import Literature

/// The appraiser of each facet.
enum FacetAppraisers {
  /// The appraisers of facets of codes.
  static let codes: [FacetName: any CodeAppraiser & Sendable] = [
    .method: StudyDesignAppraiser.standard, .setting: SettingAppraiser(),
    .condition: ConditionAppraiser(),
  ]

  /// The appraisers of facets of counts.
  static let counts: [FacetName: any CountAppraiser & Sendable] = [
    .sampleSize: SampleSizeAppraiser(), .includedStudies: IncludedStudiesAppraiser(),
  ]
}
