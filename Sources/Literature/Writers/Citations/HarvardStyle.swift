/// Harvard, following Pears and Shields, "Cite Them Right".
///
///     Vojt, G. and Reid, L. (2023) ‘Peer models’, Journal of Peers, 12(3), pp. 1–9.
enum HarvardStyle {
  /// The citation of a reference.
  static func text(_ parts: CitationParts) -> String {
    let date = "(\(parts.year.map(String.init) ?? "no date"))"
    let role = !parts.isEdited ? "" : parts.editors.count == 1 ? " (ed.)" : " (eds)"
    let authors = names(parts.leadingNames) + role
    let pages = parts.labelledPages
    let quoted = "‘\(parts.title)’"
    var sentences: [String] = []
    switch parts.kind {
    case .article:
      let source = [parts.container, parts.volumeAndIssue, pages].filter { !$0.isEmpty }
      sentences = [opening(authors, date, quoted) + source.map { ", \($0)" }.joined()]
    case .chapter, .paper:
      let editors = parts.editors.map(initialsFirst)
      let role = editors.count == 1 ? "(ed.)" : "(eds)"
      let people = editors.isEmpty ? "" : "in \(editors.inWords) \(role)"
      let whole = [people, parts.container].joinedNonEmpty(separator: " ")
      sentences = [
        opening(authors, date, quoted) + (whole.isEmpty ? "" : ", \(whole)"),
        parts.numberedEdition("edn"),
        [parts.conference, parts.imprint].joinedNonEmpty(separator: ", "),
      ].filter { !$0.isEmpty }
      if !pages.isEmpty { sentences[sentences.count - 1] += ", \(pages)" }
    case .book, .thesis, .other:
      // The site of a page belongs to its title.
      let isPage = parts.code == "webpage" && !parts.container.isEmpty
      sentences = [
        opening(authors, date, parts.title) + (isPage ? ", \(parts.container)" : ""),
        parts.numberedEdition("edn"), editors(parts), parts.genre, isPage ? "" : parts.container,
        parts.imprint,
      ]
    }
    if !parts.address.isEmpty {
      let access = CitationParts.british(parts.accessed)
      sentences.append(
        "Available at: \(parts.address)" + (access.isEmpty ? "" : " (Accessed: \(access))"))
    }
    return CitationParts.sentences(sentences)
  }

  private static func opening(_ authors: String, _ date: String, _ title: String) -> String {
    authors.isEmpty ? "\(title) \(date)" : "\(authors) \(date) \(title)"
  }

  /// Up to three names; if there are more, the first and "et al.".
  private static func names(_ names: [PersonName]) -> String {
    let all = names.map { name in
      [name.family, name.dottedInitials(between: ""), name.suffix].joinedNonEmpty(
        separator: ", ")
    }
    return all.count > 3 ? "\(all[0]) et al." : all.inWords
  }

  /// The editors of a work that also has authors, in a sentence.
  private static func editors(_ parts: CitationParts) -> String {
    let editors = parts.furtherEditors.map(initialsFirst)
    return editors.isEmpty ? "" : "Edited by \(editors.inWords)"
  }

  private static func initialsFirst(_ name: PersonName) -> String {
    [name.dottedInitials(between: ""), name.family, name.suffix].joinedNonEmpty(separator: " ")
  }
}
