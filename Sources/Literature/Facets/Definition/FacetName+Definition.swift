extension FacetName: RawRepresentable, Codable, CodingKeyRepresentable {
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

extension FacetName: CaseIterable {
  /// The facets stored in ``Facets``, in the order of ``FacetDefinition/all``: codes and counts,
  /// but not ``year``.
  public static let allCases: [FacetName] =
    FacetDefinition.appraised.map(\.name)
}
