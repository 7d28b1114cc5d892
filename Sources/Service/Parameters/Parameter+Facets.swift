import Literature

/// The parameters that filter by facet, generated from the facet definitions.
extension Parameter {
  /// The parameters that filter by a facet: one for codes or years, three for a count (``bounds(of:)``
  /// and ``unstated(of:)``), none if the facet is not a filter.
  public static func filters(of facet: FacetName) -> [Parameter] { byFacet[facet] ?? [] }

  /// The minimum and maximum of a count; none for other facets.
  public static func bounds(of facet: FacetName) -> [Parameter] {
    facet.definition.kind == .count ? filters(of: facet).filter { $0.kind != .flag } : []
  }

  /// The flag for documents that do not state a count; `nil` for other facets.
  static func unstated(of facet: FacetName) -> Parameter? {
    filters(of: facet).first { $0.kind == .flag }
  }

  /// All filters by facet: codes first, with the most used facets at the top.
  public static let facetFilters: [Parameter] =
    (Array(FacetDefinition.codes.reversed())
    + FacetDefinition.filters.filter { $0.kind != .codes })
    .flatMap { Parameter.filters(of: $0.name) }

  private static let byFacet: [FacetName: [Parameter]] = Dictionary(
    uniqueKeysWithValues: FacetDefinition.filters.map { facet in
      (facet.name, facet.parameters.map { Parameter($0, of: facet) })
    })

  private init(_ parameter: FacetDefinition.FilterParameter, of facet: FacetDefinition) {
    switch facet.kind {
    case .codes:
      self.init(
        parameter.name, .codes(facet.name), parameter.summary, placeholder: "code",
        isRepeatable: true)
    case .count where parameter.isFlag:
      self.init(parameter.name, .flag, parameter.summary)
    case .count:
      self.init(
        parameter.name, .integer(0...Self.greatestNumber), parameter.summary, placeholder: "n")
    case .year:
      self.init(
        parameter.name, .years, parameter.summary, placeholder: "years", isRepeatable: true)
    }
  }
}
