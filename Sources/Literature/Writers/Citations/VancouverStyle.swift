/// Vancouver: Patrias and Wendling, "Citing Medicine", National Library of Medicine.
///
///     Vojt G, Reid L. Peer models. Journal of Peers. 2023 Mar 5;12(3):1–9. doi:10.1/x
///
/// A work that is cited by its web address has “[Internet]” after the title of the whole: the
/// journal, the book, or the work.
enum VancouverStyle {
  /// The citation of a reference.
  static func text(_ parts: CitationParts) -> String {
    var sentences = [parts.isEdited ? editors(parts.editors) : names(parts.authors)]
    var title = parts.title
    if parts.kind == .thesis || parts.kind == .other, !parts.genre.isEmpty {
      title += " [\(parts.genre)]"
    }
    let isOnline = isOnline(parts)
    // Journals are abbreviated, without full stops.
    let short = parts.kind == .article ? parts.reference.abbreviation?.oneLine : nil
    let name = short.map { $0.replacing(".", with: "") } ?? parts.container
    let container = isOnline && !name.isEmpty ? name + medium : name
    if isOnline, parts.container.isEmpty { title += medium }
    // The page of a site is a part of it.
    let isPage = parts.code == "webpage" && !parts.container.isEmpty
    if !isPage { sentences.append(title) }
    let pages = parts.pages(shortened)
    switch parts.kind {
    case .article:
      sentences.append(container)
      // "2017 Mar 5;12(3):1–9", "2017 Mar:12" without volume and issue.
      let number = [dates(parts), parts.volumeAndIssue].joinedNonEmpty(separator: ";")
      sentences.append([number, pages].joinedNonEmpty(separator: ":"))
    case .chapter, .paper:
      let whole = [editors(parts.editors), container].filter { !$0.isEmpty }
      if let first = whole.first { sentences.append("In: \(first)") }
      sentences += whole.dropFirst() + [parts.numberedEdition("ed."), published(parts)]
      if !pages.isEmpty { sentences.append("p. \(pages)") }
    case .book, .thesis, .other:
      sentences += [
        container, parts.numberedEdition("ed."), editors(parts.furtherEditors), published(parts),
        isPage ? title : "",
      ]
    }
    var text = CitationParts.sentences(sentences)
    if let doi = parts.reference.document.doi {
      text += " doi:\(doi)"
    } else if isOnline {
      text += " Available from: \(parts.address)"
    }
    return text
  }

  private static let medium = " [Internet]"

  /// Whether the web address is part of the citation: articles with a number are found by that.
  private static func isOnline(_ parts: CitationParts) -> Bool {
    let document = parts.reference.document
    let hasNumber = document.identifier(.pmid) != nil || document.identifier(.pmcid) != nil
    return document.doi == nil && !parts.address.isEmpty && !(parts.kind == .article && hasNumber)
  }

  /// Up to six names, then "et al.".
  private static func names(_ names: [PersonName]) -> String {
    let shown = names.prefix(6).map { name in
      [name.family, name.initials.joined(), name.suffix]
        .joinedNonEmpty(separator: " ")
    }
    return (shown + (names.count > 6 ? ["et al."] : [])).joined(separator: ", ")
  }

  /// "Repper J, Carter T, editors".
  private static func editors(_ editors: [PersonName]) -> String {
    editors.isEmpty ? "" : names(editors) + (editors.count == 1 ? ", editor" : ", editors")
  }

  /// When the work appeared and, if it is cited by its web address, when it was read:
  /// "2020 [cited 2021 May 4]".
  private static func dates(_ parts: CitationParts) -> String {
    let issued = parts.reference.date
    let shown =
      switch parts.code {
      case _ where parts.kind == .article: issued
      case "report": Array(issued.prefix(2))
      default: Array(issued.prefix(1))
      }
    let access =
      isOnline(parts) && !parts.accessed.isEmpty
      ? "[cited \(Reference.text(of: parts.accessed))]" : ""
    return [Reference.text(of: shown), access].joinedNonEmpty(separator: " ")
  }

  private static func published(_ parts: CitationParts) -> String {
    [parts.imprint, dates(parts)].joinedNonEmpty(separator: "; ")
  }

  /// 110–119 becomes 110–9: the shared digits are omitted.
  private static func shortened(_ first: String, _ last: String) -> String {
    let last = CitationParts.expanded(first, last)
    guard first.count == last.count, first.allSatisfy(\.isASCIIDigit) else { return last }
    let shared = zip(first, last).prefix { $0 == $1 }.count
    return String(last.dropFirst(min(shared, last.count - 1)))
  }
}
