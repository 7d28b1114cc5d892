import Literature

/// Every value of each facet with its origin and evidence, the most trusted first.
///
/// Includes values overridden by a more trusted origin.
public struct FacetEvidence: Codable, Sendable, Equatable {
  /// Study designs.
  public var method: [FacetValue<String>]
  /// Settings.
  public var setting: [FacetValue<String>]
  /// Conditions.
  public var condition: [FacetValue<String>]
  /// Numbers of participants.
  public var sampleSize: [FacetValue<Int>]
  /// Numbers of included studies.
  public var includedStudies: [FacetValue<Int>]

  /// Creates the evidence of some facets.
  public init(_ facets: Facets) {
    method = facets.method
    setting = facets.setting
    condition = facets.condition
    sampleSize = facets.sampleSize
    includedStudies = facets.includedStudies
  }

  enum CodingKeys: String, CodingKey {
    case method, setting, condition
    case sampleSize = "sample_size"
    case includedStudies = "included_studies"
  }
}
