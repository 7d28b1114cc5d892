/// The name of a facet, as written in options and JSON: `method`, `sample_size`.
///
/// Every name belongs to a ``FacetDefinition``.
public struct FacetName: Sendable, Hashable {
  /// The name as text.
  public let rawValue: String

  private init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

extension FacetName {
  /// Study design.
  public static let method = FacetName("method")
  /// The setting of a study or an intervention.
  public static let setting = FacetName("setting")
  /// Health condition.
  public static let condition = FacetName("condition")
  /// Number of human participants.
  public static let sampleSize = FacetName("sample_size")
  /// Number of studies that a review includes.
  public static let includedStudies = FacetName("included_studies")
  /// Year of publication: filtered like a facet, but part of a document's metadata.
  public static let year = FacetName("year")
}
