/// A document divided as in the formats of reference managers; shared by the writers.
struct Reference {
  /// The document.
  let document: Document
  /// The type that decides how the work is cited, from ``ReferenceTypes``; `nil` if unknown.
  let deciding: String?
  /// Authors with their parts.
  let authors: [PersonName]
  /// Editors of the book or proceedings; an edited book has no other authors.
  let editors: [PersonName]
  /// Editors of the series.
  let seriesEditors: [PersonName]
  /// The journal, book, proceedings or series in which the work appeared.
  let container: String?
  /// The publisher; the university of a thesis and the institution of a report.
  let publisher: String?
  /// Keywords and facets.
  let keywords: [String]

  /// Divides a document.
  init(_ document: Document) {
    self.document = document
    let deciding = ReferenceTypes.deciding(document.types)
    self.deciding = deciding
    // A record that names only editors has them as its authors, too.
    let areEditors =
      deciding == "Edited Book" && document.imprint.editors.isEmpty
      || document.authors == document.imprint.editors
    let names = NameList.divided(document.authors).map(PersonName.init)
    authors = areEditors ? [] : names
    editors = areEditors ? names : NameList.divided(document.imprint.editors).map(PersonName.init)
    seriesEditors = document.imprint.seriesEditors.map(PersonName.init)
    // The venue of a separately published work is its publisher, unless both are known.
    let code = deciding.flatMap { ReferenceTypes.code($0, in: .csl) }
    let isWhole = ["book", "thesis", "report"].contains(code)
    let isPublisher = isWhole && (document.imprint.publisher ?? document.venue) == document.venue
    container = isPublisher ? nil : document.venue
    publisher = document.imprint.publisher ?? (isPublisher ? document.venue : nil)
    keywords = (document.keywords + FacetKeywords.keywords(of: document.facets)).map {
      // A semicolon separates keywords in every format.
      $0.replacing("; ", with: ", ").replacing(";", with: ",").oneLine
    }
  }

  /// The notes of formats without a field for accession numbers.
  var notes: [String] { document.accessions.map(RecordNotes.accession) + document.imprint.notes }

  /// The kind of a thesis or report in words: "PhD thesis"; empty if the record does not say more
  /// than "Thesis".
  var genre: String {
    let general = deciding.flatMap { ReferenceTypes.code($0, in: .csl) }
      .flatMap { ReferenceTypes.name($0, in: .csl) }
    return document.types.filter { $0 != general }.joined(separator: "; ")
  }

  /// The journal's abbreviation, if it differs from the name.
  var abbreviation: String? { container == nil ? nil : document.imprint.abbreviation }

  /// The code of the type in a format; that of a journal article if only a venue is known.
  func code(in format: ReferenceTypes.Format) -> String? {
    let name = deciding ?? (document.venue == nil ? "Generic" : "Journal Article")
    return ReferenceTypes.code(name, in: format)
  }

  /// The type as named by the source, if the format's code does not express it.
  func typeBeyond(_ code: String, in format: ReferenceTypes.Format) -> String? {
    document.type == ReferenceTypes.name(code, in: format) ? nil : document.type
  }

  /// The type in words for a field that programs print: the kind of a thesis or report, and the
  /// type as named by the source for other works whose code does not express it.
  func typeInWords(_ code: String, in format: ReferenceTypes.Format) -> String? {
    let general = deciding.flatMap { ReferenceTypes.code($0, in: .csl) }
    return ["thesis", "report"].contains(general) ? genre : typeBeyond(code, in: format)
  }

  /// The web address; `nil` if the source's value is not one.
  var address: String? {
    document.url.flatMap { url in
      let start = url.prefix(8).lowercased()
      return ["http://", "https://", "ftp://"].contains { start.hasPrefix($0) } ? url : nil
    }
  }

  /// The pages with a plain hyphen, whatever dash the source has.
  var pageRange: String? {
    document.imprint.pages.map { String($0.map { "‐‑‒–—".contains($0) ? "-" : $0 }) }
  }

  /// Whether ``pageRange`` is the length of a book or thesis, not a part of it.
  var pagesAreLength: Bool {
    ["book", "thesis"].contains(code(in: .csl)) && pages?.last == nil
  }

  /// The first and last page; the last is `nil` for a single page ("5", "5-5") or an article
  /// number.
  var pages: (first: String, last: String?)? {
    guard let pages = document.imprint.pages?.oneLine, !pages.isEmpty else { return nil }
    let parts = pages.split { "-‐‑‒–—".contains($0) }.map { $0.trimmed }
    guard parts.count == 2, parts.allSatisfy({ !$0.contains(" ") && !$0.contains(",") }) else {
      return (pages, nil)
    }
    return (parts[0], parts[1] == parts[0] ? nil : parts[1])
  }

  /// Year, month and day, as far as known.
  var date: [Int] {
    [document.year, document.imprint.month, document.imprint.day].prefix { $0 != nil }
      .compactMap(\.self)
  }

  /// Year, month and day of access, as far as known; empty if it is not a date as in ISO 8601,
  /// because an index may hold any text.
  var accessed: [Int] {
    let text = document.imprint.accessed ?? ""
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    let isDate =
      numbers.count == parts.count && numbers.count <= 3 && parts[0].utf8.count == 4
      && (numbers.count < 2 || (1...12).contains(numbers[1]))
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
    return isDate ? numbers : []
  }

  /// A date of a year, a month and a day, as far as known: "2019 Mar 5"; empty without a year.
  static func text(of date: [Int]) -> String {
    guard let year = date.first else { return "" }
    let month = date.count > 1 && (1...12).contains(date[1]) ? [months[date[1] - 1]] : []
    return (["\(year)"] + month + date.dropFirst(2).map(String.init)).joined(separator: " ")
  }

  /// English abbreviations of the months, by number from 1.
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// English names of the months, by number from 1.
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
