/// A name before a colon that asks for the documents with an identifier, a type of publication or
/// a subject heading as a whole: `doi:10.1000/xyz`, `type:review`, `subject:"Peer Group"`.
public enum IdentifierField: String, Sendable, CaseIterable, Codable {
  case doi, pmid, id, type, subject

  /// A description of the field, for help and documentation.
  public var summary: String {
    switch self {
    case .doi: "DOI"
    case .pmid: "PubMed id"
    case .type: "publication type stated in the record"
    case .subject: "subject heading or keyword, as a whole"
    case .id:
      "any identifier: DOI, PMID, PMCID, registration number, ISBN, accession number or document id"
    }
  }
}
