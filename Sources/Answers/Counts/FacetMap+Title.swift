import Literature

extension FacetMap {
  /// Its title: "Study design by condition".
  package var title: String {
    func label(_ name: String) -> String { FacetName(rawValue: name)?.definition.label ?? name }
    return "\(label(rowFacet)) by \(label(columnFacet).lowercased())"
  }
}
