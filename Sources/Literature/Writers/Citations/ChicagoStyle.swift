/// The Chicago Manual of Style, author-date.
///
///     Vojt, Gabriele, and Lisa Reid. 2023. “Peer Models.” Journal of Peers 12 (3): 1–9. https://…
enum ChicagoStyle {
  /// The citation of a reference.
  static func text(_ parts: CitationParts) -> String {
    let title = TitleCase.text(parts.title)
    let ending = title.last.map { "?!".contains($0) } ?? false ? "" : "."
    let quoted = title.isEmpty ? "" : "“\(title)\(ending)”"
    let date = parts.year.map(String.init) ?? "n.d."
    let isPart = parts.kind != .book && parts.kind != .other || parts.code == "webpage"
    let shownTitle = isPart ? quoted : title
    let role = !parts.isEdited ? "" : parts.editors.count == 1 ? ", ed." : ", eds."
    let authors = names(parts.leadingNames) + role
    var sentences = authors.isEmpty ? [shownTitle, date] : [authors, date, shownTitle]
    let pages = parts.pages(shortened)
    switch parts.kind {
    case .article:
      let container = TitleCase.text(parts.container)
      let issue = parts.issue
      let source =
        if parts.volume.isEmpty {
          [container, issue.isEmpty ? "" : "no. \(issue)"].joinedNonEmpty(separator: ", ")
        } else {
          [container, parts.volume, issue.isEmpty ? "" : "(\(issue))"].joinedNonEmpty(
            separator: " ")
        }
      let hasNumber = !parts.volume.isEmpty || !issue.isEmpty
      sentences.append(
        [source, pages].joinedNonEmpty(separator: hasNumber ? ": " : ", "))
    case .paper where parts.editors.isEmpty:
      if !parts.presentedAt.isEmpty {
        sentences.append("Paper presented at \(parts.presentedAt)")
      }
      sentences.append(
        [TitleCase.text(parts.container), pages].joinedNonEmpty(separator: ", "))
    case .chapter, .paper:
      let editors = parts.editors.map(givenFirst)
      let people = editors.isEmpty ? "" : ", edited by \(joined(editors, comma: false))"
      let whole = parts.container.isEmpty ? "" : "In \(TitleCase.text(parts.container))\(people)"
      sentences += [whole, parts.numberedEdition("ed."), parts.publisher]
    case .thesis:
      sentences.append(
        [parts.genre, parts.publisher].joinedNonEmpty(separator: ", "))
    case .book, .other:
      let editors = parts.furtherEditors.map(givenFirst)
      let people = editors.isEmpty ? "" : "Edited by \(joined(editors, comma: false))"
      sentences += [parts.numberedEdition("ed."), people, parts.container, parts.publisher]
    }
    // A page without a date may change.
    if parts.year == nil, !parts.accessed.isEmpty {
      sentences.append("Accessed \(CitationParts.american(parts.accessed))")
    }
    let text = sentences.filter { !$0.isEmpty }.map { part in
      part.hasSuffix("”") || (part.last.map { ".?!".contains($0) } ?? true) ? part : part + "."
    }.joined(separator: " ")
    return parts.address.isEmpty ? text : "\(text) \(parts.address)."
  }

  /// Up to six names, the first one inverted; if there are more, three and "et al.".
  private static func names(_ names: [PersonName]) -> String {
    let shown = names.count > 6 ? names.prefix(3) : names[...]
    let all = shown.enumerated().map { index, name in
      index > 0
        ? givenFirst(name)
        : [name.family, name.spacedGiven, name.suffix].joinedNonEmpty(separator: ", ")
    }
    return names.count > 6 ? all.joined(separator: ", ") + ", et al." : joined(all, comma: true)
  }

  private static func givenFirst(_ name: PersonName) -> String {
    [name.spacedGiven, name.family, name.suffix].joinedNonEmpty(separator: " ")
  }

  /// - Parameter comma: before "and" between two names, because the first is inverted.
  private static func joined(_ names: [String], comma: Bool) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    let hasComma = comma || names.count > 2
    return names.dropLast().joined(separator: ", ") + (hasComma ? ", and " : " and ") + last
  }

  /// 110–119 becomes 110–19, 101–108 becomes 101–8, 100–104 is unchanged (Chicago Manual of Style
  /// 9.61).
  private static func shortened(_ first: String, _ last: String) -> String {
    let last = CitationParts.expanded(first, last)
    guard first.count == last.count, first.count > 2, let number = Int(first), Int(last) != nil,
      number % 100 != 0
    else { return last }
    let shared = zip(first, last).prefix { $0 == $1 }.count
    let least = number % 100 < 10 ? 1 : 2
    return String(last.dropFirst(min(shared, last.count - least)))
  }
}
