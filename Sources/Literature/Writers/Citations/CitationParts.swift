/// What the styles of citation have in common: the parts of a reference as plain text.
struct CitationParts {
  /// What the work is, as far as styles differ.
  enum Kind {
    case article, book, chapter, paper, thesis, other
  }

  let reference: Reference
  let kind: Kind
  let title: String
  /// Journal, book, proceedings or series; empty when unknown.
  let container: String
  let volume: String
  let issue: String
  let publisher: String
  let place: String
  /// The number of the edition where it is one ("2nd ed." is 2), otherwise its words.
  let edition: String
  /// "Doctoral dissertation", where the record names it.
  let genre: String
  /// The DOI with its resolver, else the web address; empty when there is neither.
  let address: String

  init(_ document: Document) {
    reference = Reference(document)
    let code = reference.code(in: .csl) ?? "document"
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
    var title = text(document.title)
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    self.title = title
    container = text(reference.container)
    volume = text(document.imprint.volume)
    issue = text(document.imprint.issue)
    publisher = text(reference.publisher)
    place = text(document.imprint.place)
    let edition = text(document.imprint.edition)
    let number = edition.prefix { $0.isASCIIDigit }
    self.edition = number.isEmpty ? edition : String(number)
    genre =
      ["thesis", "report"].contains(code)
      ? reference.typeBeyond(code, in: .csl).map(\.oneLine) ?? "" : ""
    address =
      document.doi.map { "https://doi.org/\($0)" } ?? reference.address.map(\.oneLine) ?? ""
  }

  var authors: [PersonName] { reference.authors }
  var editors: [PersonName] { reference.editors }
  var year: Int? { reference.document.year }

  /// Volume and issue: "12(3)".
  var volumeAndIssue: String { volume + (issue.isEmpty ? "" : "(\(issue))") }

  /// Place and publisher: "Glasgow: House".
  var imprint: String { [place, publisher].filter { !$0.isEmpty }.joined(separator: ": ") }

  /// "2nd": the number of an edition with its ending; other editions in their words.
  var ordinalEdition: String {
    guard let number = Int(edition) else { return edition }
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// Pages with an en dash; of the last page what `shorten` leaves.
  func pages(_ shorten: (_ first: String, _ last: String) -> String) -> String {
    guard let pages = reference.pages else { return "" }
    guard let last = pages.last else { return pages.first }
    return "\(pages.first)–\(shorten(pages.first, last))"
  }

  /// The last page in full: 110–9 is 110–119.
  static func expanded(_ first: String, _ last: String) -> String {
    let digits = first.reversed().prefix(while: \.isASCIIDigit).count
    guard last.allSatisfy(\.isASCIIDigit), last.count < digits else { return last }
    return String(first.dropLast(last.count).suffix(digits - last.count)) + last
  }

  /// Parts as sentences: a full stop after each that has no closing punctuation.
  static func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { part in
      part.last.map { ".?!".contains($0) } ?? true ? part : part + "."
    }.joined(separator: " ")
  }
}

extension PersonName {
  /// The initials of the given names.
  ///
  /// - Parameters:
  ///   - mark: what follows each.
  ///   - between: what divides names; the initials of "Jean-Paul" keep their hyphen where there is
  ///     a mark.
  func initials(mark: String, between: String) -> String {
    let words = given.split(separator: " ").flatMap { word -> [String] in
      let letters = word.filter { $0 != "." && $0 != "-" }
      let areInitials = letters.count <= 3 && letters.allSatisfy(\.isUppercase)
      if areInitials, !word.contains("-") { return letters.map { "\($0)\(mark)" } }
      let parts = word.split(separator: "-").compactMap(\.first)
        .map { "\($0.uppercased())\(mark)" }
      return [parts.joined(separator: mark.isEmpty ? "" : "-")]
    }
    return words.joined(separator: between)
  }
}
