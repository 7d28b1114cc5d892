import Literature

/// The parameters that filter by facet, made from the definitions of the facets.
extension Parameter {
  /// The parameters that filter by a facet: one of codes or years, or two of the least and the
  /// greatest count; none for a facet that is no filter.
  public static func filters(of facet: FacetName) -> [Parameter] { byFacet[facet] ?? [] }

  /// Filters by facet, those of codes first and the most used of them at the head.
  public static let facetFilters: [Parameter] =
    (Array(FacetDefinition.codes.reversed())
    + FacetDefinition.filters.filter { $0.kind != .codes })
    .flatMap { Parameter.filters(of: $0.name) }

  private static let byFacet: [FacetName: [Parameter]] = Dictionary(
    uniqueKeysWithValues: FacetDefinition.filters.map { facet in
      (facet.name, facet.parameters.map { Parameter($0, of: facet) })
    })

  private init(_ parameter: FacetDefinition.Parameter, of facet: FacetDefinition) {
    switch facet.kind {
    case .codes:
      self.init(
        parameter.name, .codes(facet.name), parameter.summary, placeholder: "code",
        isRepeatable: true)
    case .count:
      self.init(parameter.name, .integer(0...999_999_999), parameter.summary, placeholder: "n")
    case .year: self.init(parameter.name, .years, parameter.summary, placeholder: "years")
    }
  }
}
