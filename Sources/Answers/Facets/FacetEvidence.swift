import Literature

/// Every value of each facet with its origin and evidence, the most trusted first.
///
/// Includes values overridden by a more trusted origin.
public struct FacetEvidence: Codable, Sendable, Equatable {
  /// The values; explicit "none" is not part of the JSON.
  public let facets: Facets

  /// Creates the evidence of some facets.
  public init(_ facets: Facets) {
    var facets = facets
    facets.statedNone = []
    self.facets = facets
  }

  /// Reads the JSON form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FacetKey.self)
    var facets = Facets()
    for facet in FacetDefinition.codes.map(\.name) {
      facets[codes: facet] = try container.decode(
        [FacetValue<String>].self, forKey: FacetKey(facet))
    }
    for facet in FacetDefinition.counts.map(\.name) {
      facets[counts: facet] = try container.decode([FacetValue<Int>].self, forKey: FacetKey(facet))
    }
    self.facets = facets
  }

  /// Writes the JSON form: a list for each facet.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FacetKey.self)
    for facet in FacetDefinition.codes.map(\.name) {
      try container.encode(facets[codes: facet], forKey: FacetKey(facet))
    }
    for facet in FacetDefinition.counts.map(\.name) {
      try container.encode(facets[counts: facet], forKey: FacetKey(facet))
    }
  }
}
