/// APA, 7th edition.
///
///     Vojt, G., & Reid, L. (2023). Peer models. Journal of Peers, 12(3), 1–9. https://doi.org/…
enum APAStyle {
  /// The citation of a reference.
  static func text(_ parts: CitationParts) -> String {
    let date = date(parts)
    let pages = parts.pages(CitationParts.expanded)
    var title = parts.title
    var source: [String] = []
    // Proceedings without editors are cited like a periodical.
    let isPeriodical = parts.kind == .paper && parts.editors.isEmpty
    switch parts.kind {
    case _ where parts.kind == .article || isPeriodical:
      source = [
        [parts.container, parts.volumeAndIssue, pages].joinedNonEmpty(separator: ", "),
        parts.presentedAt,
      ]
    case .chapter, .paper:
      let editors = parts.editors.map { initialsFirst($0) }
      let role = editors.count == 1 ? "(Ed.)" : "(Eds.)"
      let people = editors.isEmpty ? "" : "\(joined(editors)) \(role), "
      let notes = [parts.numberedEdition("ed."), parts.labelledPages]
        .joinedNonEmpty(separator: ", ")
      let place = notes.isEmpty ? "" : " (\(notes))"
      if people.isEmpty, parts.container.isEmpty {
        title += place
      } else {
        source = ["In \(people)\(parts.container)\(place)"]
      }
      source.append(parts.publisher)
    default:
      let editors = parts.furtherEditors.map { initialsFirst($0) }
      let role = editors.count == 1 ? ", Ed." : ", Eds."
      let notes = [editors.isEmpty ? "" : joined(editors) + role, parts.numberedEdition("ed.")]
        .joinedNonEmpty(separator: "; ")
      if !notes.isEmpty { title += " (\(notes))" }
      if !parts.genre.isEmpty { title += " [\(parts.genre)]" }
      source = [parts.container, parts.publisher]
    }
    let role = !parts.isEdited ? "" : parts.editors.count == 1 ? " (Ed.)" : " (Eds.)"
    let authors = names(parts.leadingNames) + role
    let opening = authors.isEmpty ? [title, date] : [authors, date, title]
    let text = CitationParts.sentences(opening.map { $0 == date ? date + "." : $0 } + source)
    if parts.address.isEmpty { return text }
    // A page without a date may change.
    let isRetrieved = parts.year == nil && !parts.accessed.isEmpty
    let access = isRetrieved ? "Retrieved \(CitationParts.american(parts.accessed)), from " : ""
    return "\(text) \(access)\(parts.address)"
  }

  /// Types whose month and day are named, and not only the year.
  private static let datedTypes: Set<String> = [
    "article-magazine", "article-newspaper", "broadcast", "document", "motion_picture",
    "pamphlet", "personal_communication", "post", "post-weblog", "song", "speech", "webpage",
  ]

  /// "(2023)", "(2023, March 5)" for works that appear on a day, "(n.d.)".
  private static func date(_ parts: CitationParts) -> String {
    guard let year = parts.year else { return "(n.d.)" }
    let isDated = datedTypes.contains(parts.code) || parts.kind == .paper && !parts.isPrinted
    let day = isDated ? parts.monthAndDay : ""
    return "(" + ["\(year)", day].joinedNonEmpty(separator: ", ") + ")"
  }

  /// Up to twenty names; if there are more, the first nineteen and the last.
  private static func names(_ names: [PersonName]) -> String {
    let all = names.map { name in
      [name.family, name.dottedInitials(between: " "), name.suffix].joinedNonEmpty(
        separator: ", ")
    }
    if all.count > 20, let last = all.last {
      return all.prefix(19).joined(separator: ", ") + ", … " + last
    }
    guard all.count > 1, let last = all.last else { return all.first ?? "" }
    return all.dropLast().joined(separator: ", ") + ", & " + last
  }

  private static func initialsFirst(_ name: PersonName) -> String {
    [name.dottedInitials(between: " "), name.family, name.suffix].joinedNonEmpty(
      separator: " ")
  }

  private static func joined(_ names: [String]) -> String {
    guard names.count > 2, let last = names.last else { return names.joined(separator: " & ") }
    return names.dropLast().joined(separator: ", ") + ", & " + last
  }
}
