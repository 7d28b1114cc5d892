/// The language that a query is written in.
public enum QuerySyntax: String, Sendable, CaseIterable, Codable {
  /// The query language of peerlit.
  case peerlit
  /// Ovid: MEDLINE, Embase, PsycINFO and others.
  case ovid
  case pubmed
  /// EBSCOhost: CINAHL, PsycINFO and others.
  case ebsco
  case scopus
  /// Web of Science.
  case wos

  /// The name of the platform.
  public var label: String {
    switch self {
    case .peerlit: "peerlit"
    case .ovid: "Ovid"
    case .pubmed: "PubMed"
    case .ebsco: "EBSCOhost"
    case .scopus: "Scopus"
    case .wos: "Web of Science"
    }
  }
}
