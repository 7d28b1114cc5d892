/// The parts of a reference as plain text, shared by the citation styles.
struct CitationParts {
  /// The kinds of works that styles distinguish.
  enum Kind {
    case article, book, chapter, paper, thesis, other
  }

  let reference: Reference
  let kind: Kind
  /// The type in CSL: "webpage", "report".
  let code: String
  let title: String
  /// Journal, book, proceedings or series; empty if unknown.
  let container: String
  let volume: String
  let issue: String
  let publisher: String
  let place: String
  /// The number of the edition if it has one ("2nd ed." is 2), otherwise its text.
  let edition: String
  /// "Doctoral dissertation", if the record names it.
  let genre: String
  /// The conference of a paper, if it has another name than the proceedings; otherwise empty.
  let conference: String
  /// The DOI with its resolver, otherwise the web address; empty if there is neither.
  let address: String
  /// Year, month and day of access, as far as known, of a work that is cited by its web address.
  let accessed: [Int]

  init(_ document: Document) {
    reference = Reference(document)
    let code = reference.code(in: .csl) ?? "document"
    self.code = code
    kind =
      switch code {
      case "book": .book
      case "chapter": .chapter
      case "paper-conference": .paper
      case "thesis": .thesis
      case _ where code.hasPrefix("article"): .article
      default: .other
      }
    func text(_ value: String?) -> String { value?.oneLine ?? "" }
    var title = text(TitleMarkup.allRemoved(from: document.title))
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    self.title = title.isEmpty ? Document.noTitle : title
    container = text(reference.container)
    volume = text(document.imprint.volume)
    issue = text(document.imprint.issue)
    publisher = text(reference.publisher)
    place = text(document.imprint.place)
    let edition = text(document.imprint.edition)
    let number = edition.prefix { $0.isASCIIDigit }
    self.edition = number.isEmpty ? edition : String(number)
    genre = ["thesis", "report"].contains(code) ? reference.genre.oneLine : ""
    conference = code == "paper-conference" ? text(document.imprint.conference) : ""
    address =
      document.doi.map { "https://doi.org/\($0)" } ?? reference.address.map(\.oneLine) ?? ""
    accessed = document.doi == nil && !address.isEmpty ? reference.accessed : []
  }

  var authors: [PersonName] { reference.authors }
  var editors: [PersonName] { reference.editors }
  /// Whether the work has no authors but editors, who are named in their place.
  var isEdited: Bool { authors.isEmpty && !editors.isEmpty }
  /// The names with which the reference begins.
  var leadingNames: [PersonName] { isEdited ? editors : authors }
  /// The editors of a work that also has authors.
  var furtherEditors: [PersonName] { isEdited ? [] : editors }
  var year: Int? { reference.document.year }
  /// Whether a paper has a place in printed proceedings.
  var isPrinted: Bool {
    !editors.isEmpty || !reference.seriesEditors.isEmpty || !volume.isEmpty || !issue.isEmpty
      || reference.pages != nil
  }

  /// The conference of a paper that was presented but not printed.
  var presentedAt: String { isPrinted ? "" : conference }
  /// The day of publication without the year, as far as known: "March 5", "March".
  var monthAndDay: String {
    let date = reference.date
    guard date.count > 1, (1...12).contains(date[1]) else { return "" }
    let month = Reference.monthNames[date[1] - 1]
    return date.count > 2 ? "\(month) \(date[2])" : month
  }

  /// Volume and issue: "12(3)".
  var volumeAndIssue: String { volume + (issue.isEmpty ? "" : "(\(issue))") }

  /// Place and publisher: "Glasgow: House".
  var imprint: String { [place, publisher].joinedNonEmpty(separator: ": ") }

  /// The edition as an ordinal number and a word ("2nd ed."); other editions as written.
  func numberedEdition(_ word: String) -> String {
    guard let number = Int(edition) else { return edition }
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending) \(word)"
  }

  /// Pages with an en dash; `shorten` abbreviates the last page.
  func pages(_ shorten: (_ first: String, _ last: String) -> String) -> String {
    guard let pages = reference.pages else { return "" }
    guard let last = pages.last else { return pages.first }
    return "\(pages.first)–\(shorten(pages.first, last))"
  }

  /// The pages after "p." or "pp.", for one page or several; empty if there are none.
  var labelledPages: String {
    let pages = pages(Self.expanded)
    let areSeveral = pages.contains { "–,".contains($0) }
    return pages.isEmpty ? "" : "\(areSeveral ? "pp." : "p.") \(pages)"
  }

  /// The last page in full: 110–9 becomes 110–119.
  static func expanded(_ first: String, _ last: String) -> String {
    let digits = first.reversed().prefix(while: \.isASCIIDigit).count
    guard last.allSatisfy(\.isASCIIDigit), last.count < digits else { return last }
    return String(first.dropLast(last.count).suffix(digits - last.count)) + last
  }

  /// A date as written in America: "May 4, 2021", "May 2021", "2021".
  static func american(_ date: [Int]) -> String {
    guard let year = date.first else { return "" }
    guard date.count > 1 else { return "\(year)" }
    let month = Reference.monthNames[date[1] - 1]
    return date.count > 2 ? "\(month) \(date[2]), \(year)" : "\(month) \(year)"
  }

  /// A date as written in Britain: "4 May 2021", "May 2021", "2021".
  static func british(_ date: [Int]) -> String {
    guard let year = date.first else { return "" }
    guard date.count > 1 else { return "\(year)" }
    let month = Reference.monthNames[date[1] - 1]
    return date.count > 2 ? "\(date[2]) \(month) \(year)" : "\(month) \(year)"
  }

  /// Parts as sentences: a full stop after each that has no closing punctuation.
  static func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { part in
      part.last.map { ".?!".contains($0) } ?? true ? part : part + "."
    }.joined(separator: " ")
  }
}

extension PersonName {
  /// The initials of the given names, each with a full stop; those of "Jean-Paul" keep their
  /// hyphen.
  func dottedInitials(between separator: String) -> String {
    given.split(separator: " ").flatMap { word -> [String] in
      let initials = Self.initials(of: word).map { "\($0)." }
      return word.contains("-") && !initials.isEmpty
        ? [initials.joined(separator: "-")] : initials
    }.joined(separator: separator)
  }
}
