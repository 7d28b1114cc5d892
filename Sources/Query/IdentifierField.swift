/// A name before a colon that asks for the documents with an identifier: `doi:10.1000/xyz`.
public enum IdentifierField: String, Sendable, CaseIterable, Codable {
  case doi, pmid, id

  /// A description of the field, for help and documentation.
  public var summary: String {
    switch self {
    case .doi: "DOI"
    case .pmid: "PubMed id"
    case .id: "any identifier: DOI, PMID, PMCID, registration number, ISBN or document id"
    }
  }
}
