/// A name before a colon that asks for the documents with an identifier, or with a type of
/// publication: `doi:10.1000/xyz`, `type:review`.
public enum IdentifierField: String, Sendable, CaseIterable, Codable {
  case doi, pmid, id, type

  /// A description of the field, for help and documentation.
  public var summary: String {
    switch self {
    case .doi: "DOI"
    case .pmid: "PubMed id"
    case .type: "publication type stated in the record"
    case .id:
      "any identifier: DOI, PMID, PMCID, registration number, ISBN, accession number or document id"
    }
  }
}
