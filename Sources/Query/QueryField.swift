import Literature

/// A part of a document that a query can search on its own: `title:"peer work"`.
///
/// The other names that can precede a colon are those of ``FacetDefinition/filters``.
public enum QueryField: String, Sendable, CaseIterable, Codable {
  case title, author, keyword, journal, publisher, abstract, heading

  /// A description of the field, for help and documentation.
  public var summary: String {
    switch self {
    case .title: "title"
    case .author: "author names"
    case .keyword: "keywords and subject headings"
    case .journal: "journal, book or conference"
    case .publisher: "publisher"
    case .abstract: "abstract"
    case .heading: "section headings"
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
