import Literature

extension FacetDefinition {
  /// A count of the facet with the facet's short name: `n = 20`.
  package func statement(of count: Int) -> String {
    "\(field ?? label) = \(NumberText.whole(count))"
  }
}
