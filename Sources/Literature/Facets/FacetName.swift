/// The name of a facet, as written in options and JSON: `method`, `sample_size`.
///
/// Every name belongs to a ``FacetDefinition``.
public struct FacetName: RawRepresentable, Sendable, Hashable, Codable, CodingKeyRepresentable {
  /// The name as text.
  public let rawValue: String

  private init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Creates the name of a facet; `nil` for any other text.
  public init?(rawValue: String) {
    guard let definition = FacetDefinition.byName[rawValue] else { return nil }
    self = definition.name
  }

  /// The definition of the facet.
  public var definition: FacetDefinition {
    guard let definition = FacetDefinition.byName[rawValue] else {
      preconditionFailure("The facet \(rawValue) is missing from FacetDefinition.all.")
    }
    return definition
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

extension FacetName: CaseIterable {
  /// The facets stored in ``Facets``, in the order of ``FacetDefinition/all``: codes and counts,
  /// but not ``year``.
  public static let allCases: [FacetName] =
    FacetDefinition.appraised.map(\.name)
}
