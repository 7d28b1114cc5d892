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

/// A name before a colon that asks for the documents with an identifier, or with a type of
/// publication: `doi:10.1000/xyz`, `type:review`.
public enum IdentifierField: String, Sendable, CaseIterable, Codable {
  case doi, pmid, id, type

  /// A description of the field, for help and documentation.
  public var summary: String {
    switch self {
    case .doi: "DOI"
    case .pmid: "PubMed id"
    case .type: "type of publication, as the record states it"
    case .id: "any identifier: DOI, PMID, PMCID, registration number, ISBN or document id"
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
