/// Harvard, following Pears and Shields, "Cite Them Right".
///
///     Vojt, G. and Reid, L. (2023) ‘Peer models’, Journal of Peers, 12(3), pp. 1–9.
enum HarvardStyle {
  /// The citation of a reference.
  static func text(_ parts: CitationParts) -> String {
    let date = "(\(parts.year.map(String.init) ?? "no date"))"
    let role = !parts.isEdited ? "" : parts.editors.count == 1 ? " (ed.)" : " (eds)"
    let authors = names(parts.leadingNames) + role
    let range = parts.pages(CitationParts.expanded)
    let pages = range.isEmpty ? "" : range.contains("–") ? "pp. \(range)" : "p. \(range)"
    let quoted = "‘\(parts.title)’"
    var sentences: [String] = []
    switch parts.kind {
    case .article, .paper:
      let source = [parts.container, parts.volumeAndIssue, pages].filter { !$0.isEmpty }
      sentences = [opening(authors, date, quoted) + source.map { ", \($0)" }.joined()]
      if parts.kind == .paper { sentences.append(parts.imprint) }
    case .chapter:
      let editors = parts.editors.map(initialsFirst)
      let role = editors.count == 1 ? "(ed.)" : "(eds)"
      let people = editors.isEmpty ? "" : "\(editors.inWords) \(role) "
      let imprint = [parts.imprint, pages].filter { !$0.isEmpty }.joined(separator: ", ")
      let whole = people + parts.container
      sentences = [
        opening(authors, date, quoted) + (whole.isEmpty ? "" : ", in \(whole)"), edition(parts),
        imprint,
      ]
    case .book, .thesis, .other:
      sentences = [
        opening(authors, date, parts.title), edition(parts), editors(parts), parts.genre,
        parts.container, parts.imprint,
      ]
    }
    if !parts.address.isEmpty { sentences.append("Available at: \(parts.address)") }
    return CitationParts.sentences(sentences)
  }

  private static func opening(_ authors: String, _ date: String, _ title: String) -> String {
    authors.isEmpty ? "\(title) \(date)" : "\(authors) \(date) \(title)"
  }

  /// Up to three names; if there are more, the first and "et al.".
  private static func names(_ names: [PersonName]) -> String {
    let all = names.map { name in
      [name.family, name.initials(mark: ".", between: ""), name.suffix].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
    return all.count > 3 ? "\(all[0]) et al." : all.inWords
  }

  /// The editors of a work that also has authors, in a sentence.
  private static func editors(_ parts: CitationParts) -> String {
    let editors = parts.furtherEditors.map(initialsFirst)
    return editors.isEmpty ? "" : "Edited by \(editors.inWords)"
  }

  private static func initialsFirst(_ name: PersonName) -> String {
    [name.initials(mark: ".", between: ""), name.family, name.suffix].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func edition(_ parts: CitationParts) -> String {
    guard !parts.edition.isEmpty else { return "" }
    return Int(parts.edition) == nil ? parts.edition : "\(parts.ordinalEdition) edn"
  }
}
