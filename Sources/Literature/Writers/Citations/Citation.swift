/// The citation of a work: authors, year, title, venue and address.
///
///     Vojt, G; Reid, L (2023). Peer models. Journal of Peers, 12(3), 1–9. https://doi.org/10.1/x
///
/// The order is that of author–date styles. Names are kept as the source writes them, because their
/// parts can't be determined with certainty. For reference managers, the record writers divide
/// names.
public struct Citation: Sendable, Equatable {
  /// The citation on one line.
  public let text: String

  /// The maximum number of authors that are named; further ones become "et al.".
  private static let named = 6

  /// Cites a work by its parts, any of which may be missing.
  ///
  /// - Parameter doi: without a resolver; if it is missing, `url` is the address.
  public init(
    authors: [String], year: Int?, title: String, venue: String?, imprint: Imprint = Imprint(),
    doi: String?, url: String?
  ) {
    let date = "(\(year.map(String.init) ?? "n.d."))"
    let names = Self.names(authors.map(\.unbroken).filter { !$0.isEmpty })
    let title = title.unbroken
    var parts: [String] = []
    if names.isEmpty {
      parts.append(title.isEmpty ? date : "\(title) \(date)")
    } else {
      parts.append("\(names) \(date)")
      if !title.isEmpty { parts.append(title) }
    }
    let place = Self.place(venue, imprint)
    if !place.isEmpty { parts.append(place) }
    var address = url?.unbroken ?? ""
    if let doi, !doi.isEmpty { address = "https://doi.org/\(doi)" }
    // A full stop would become a part of the address.
    text = [CitationParts.sentences(parts), address].joinedNonEmpty(separator: " ")
  }

  /// Cites a document.
  public init(_ document: Document) {
    self.init(
      authors: document.authors, year: document.year,
      title: document.title.isEmpty ? Document.noTitle : document.title,
      venue: document.venue, imprint: document.imprint, doi: document.doi, url: document.url)
  }

  private static func names(_ authors: [String]) -> String {
    // If names contain commas, only a semicolon separates them clearly.
    let separator = authors.contains { $0.contains(",") } ? "; " : ", "
    let shown = authors.prefix(named).joined(separator: separator)
    return authors.count > named ? shown + separator + "et al." : shown
  }

  private static func place(_ venue: String?, _ imprint: Imprint) -> String {
    let volume = imprint.volume?.unbroken ?? ""
    let issue = imprint.issue?.unbroken ?? ""
    let number = volume + (issue.isEmpty ? "" : "(\(issue))")
    return [venue?.unbroken ?? "", number, imprint.pages?.unbroken ?? ""]
      .joinedNonEmpty(separator: ", ")
  }
}
