/// The kinds of works that are never the same work, even if they have the same title.
enum WorkKind: Sendable, Hashable {
  case article, book, chapter, conference, report, thesis

  /// The kind that a record's type states; `nil` if it states none, or several.
  init?(_ document: Document) {
    guard let type = ReferenceTypes.deciding(document.types),
      let code = ReferenceTypes.code(type, in: .csl)
    else { return nil }
    switch code {
    case "book": self = .book
    case "chapter": self = .chapter
    case "paper-conference": self = .conference
    case "report": self = .report
    case "thesis": self = .thesis
    case "article-journal": self = .article
    default: return nil
    }
  }

  /// Whether works of two kinds are different works.
  ///
  /// Databases do not agree on some kinds: a conference paper is also a chapter of the proceedings,
  /// and a report also a book.
  static func areDifferent(_ left: WorkKind?, _ right: WorkKind?) -> Bool {
    guard let left, let right, left != right else { return false }
    let kinds: Set = [left, right]
    return kinds != [.conference, .chapter] && kinds != [.conference, .book]
      && kinds != [.report, .book]
  }
}
