/// The citation styles, by the names that `show --cite` takes.
public enum CitationStyle: String, Sendable, CaseIterable {
  /// Citing Medicine (NLM), as medical journals require.
  case vancouver
  /// Publication Manual of the American Psychological Association, 7th edition.
  case apa
  /// Cite Them Right, Harvard.
  case harvard
  /// The Chicago Manual of Style, author-date.
  case chicago

  /// The display name.
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
  ///     // Vojt, G., & Reid, L. (2023). Peer models. Journal of Peers, 12(3), 1–9.
  ///
  /// Titles and names are kept as the source writes them, except that names are ordered and
  /// abbreviated as the style requires, and Chicago capitalises titles.
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
