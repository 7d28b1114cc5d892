import Literature

/// The columns of documents with the counts that searches can be filtered by: `sample_size`.
enum CountColumns {
  /// The names of the facets and of their columns.
  static let names = FacetDefinition.countFilters.map(\.name.rawValue)

  /// The values of a document; `nil` if unknown.
  static func values(_ facets: Facets) -> [Int?] {
    FacetDefinition.countFilters.map { facets.effective(count: $0.name) }
  }
}
