import Literature

/// A part of a document that a query can search on its own: `title:"peer work"`.
///
/// The other names that can precede a colon are those of ``FacetDefinition/filters``.
public enum QueryField: String, Sendable, CaseIterable, Codable {
  case title, author

  /// What the field searches; used in help and documentation.
  public var summary: String {
    switch self {
    case .title: "title"
    case .author: "author names"
    }
  }
}

extension FacetName {
  /// The facet that a query filters by under a name: `n` in `n:>=20`.
  init?(queryField: String) {
    guard let facet = FacetDefinition.filters.first(where: { $0.field == queryField }) else {
      return nil
    }
    self = facet.name
  }
}
