import Answers

/// Links to addresses that come from documents, if they are safe.
package enum WebLink {
  /// The address if its scheme is http or https; other schemes could run scripts.
  package static func safe(_ address: String?) -> String? {
    guard let address, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    let head = address.prefix(8).lowercased()
    return head.hasPrefix("https://") || head.hasPrefix("http://") ? address : nil
  }

  /// The web address of a work or that of its DOI; `nil` if it has neither.
  static func work(_ document: HitDocument) -> String? { safe(document.url) ?? doi(document.doi) }

  /// The address of a DOI at doi.org.
  package static func doi(_ doi: String?) -> String? {
    guard let doi, !doi.isEmpty else { return nil }
    return "https://doi.org/"
      + doi.split(separator: "/", omittingEmptySubsequences: false)
      .map { QueryString.encoded(String($0)) }.joined(separator: "/")
  }

  /// The address of a record of PubMed.
  package static func pmid(_ id: String?) -> String? {
    id.map { "https://pubmed.ncbi.nlm.nih.gov/\(QueryString.encoded($0))/" }
  }

  /// The address of an article in PubMed Central.
  package static func pmcid(_ id: String?) -> String? {
    id.map { "https://pmc.ncbi.nlm.nih.gov/articles/\(QueryString.encoded($0))/" }
  }
}
