/// The styles in which a document can be cited, by the names that `show --cite` takes.
public enum CitationStyle: String, Sendable, CaseIterable {
  /// Citing Medicine (NLM), as journals of medicine ask for it.
  case vancouver
  /// Publication Manual of the American Psychological Association, 7th edition.
  case apa
  /// Cite Them Right, Harvard.
  case harvard
  /// The Chicago Manual of Style, author-date.
  case chicago

  /// The name for readers.
  public var name: String {
    switch self {
    case .vancouver: "Vancouver"
    case .apa: "APA"
    case .harvard: "Harvard"
    case .chicago: "Chicago"
    }
  }
}

extension Citation {
  /// Cites a document in a style.
  ///
  ///     Citation(document, style: .apa).text
  ///     // Vojt, G., & Reid, L. (2023). Peer models. Journal of Peers, 12(3), 1–9. https://doi.org/…
  ///
  /// Titles and names stay as the source writes them, but for the order and the initials that the
  /// style asks for, and the capitals of titles in Chicago's.
  public init(_ document: Document, style: CitationStyle) {
    let parts = CitationParts(document)
    text =
      switch style {
      case .vancouver: VancouverStyle.text(parts)
      case .apa: APAStyle.text(parts)
      case .harvard: HarvardStyle.text(parts)
      case .chicago: ChicagoStyle.text(parts)
      }
  }
}
