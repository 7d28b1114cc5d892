import Literature

/// The text of a work: an abstract, an article, a report, a guide.
///
/// Finds title, authors and year at its beginning and in its suggested citation, skips page
/// boilerplate, and divides the rest at its headings.
struct FreeText {
  private let lines: [TextLine]
  private let citation: SuggestedCitation?
  private var isTaken: [Bool]
  /// Lines that are read as metadata, but are text, too, and never headings: dates, and authors
  /// with their institution.
  private var isPlain: [Bool]

  /// Prepares the lines of a text.
  init(_ lines: [TextLine]) {
    self.lines = lines
    citation = SuggestedCitation(lines)
    isTaken = lines.map { PageBoilerplate.contains($0.text) }
    isPlain = lines.map { _ in false }
  }

  /// Fills in a document from the text; `document.text` is already set.
  mutating func describe(_ document: inout Document) {
    if let citation {
      for index in citation.lines { isTaken[index] = true }
      document.set(\.year, .year, citation.year, origin: .extracted)
    }
    let title = takeTitle(&document)
    let authors = takeAuthors(from: title.map { $0 + 1 })
    document.setAuthors(authors, origin: .extracted)
    if authors.isEmpty, let citation, let title,
      let author = citation.author(before: lines[title].text)
    {
      // An organisation is not divided.
      if let names = AuthorLine.names("By \(author)") {
        document.setAuthors(names, origin: .extracted)
      } else {
        document.set(\.authors, .authors, [author], origin: .extracted)
      }
    }
    takeImprint(&document)
    document.sections = sections(of: document)
  }

  /// Divides a text whose metadata is already known, and finds a title and authors if there are
  /// none.
  mutating func divide(_ document: inout Document) {
    var title: Int?
    if document.title.isEmpty {
      title = takeTitle(&document)
    } else {
      title = lines.prefix(10).firstIndex { String($0.text) == document.title }
    }
    if document.authors.isEmpty, let title {
      document.setAuthors(takeAuthors(from: title + 1), origin: .extracted)
    }
    for index in head where Self.isDated(lines[index].text) { isPlain[index] = true }
    for index in lines.indices where String(lines[index].text) == document.title {
      isTaken[index] = true
    }
    document.sections = sections(of: document)
  }

  /// The sections of the lines that are not metadata.
  private func sections(of document: Document) -> [Section] {
    let plain = lines.indices.filter { isPlain[$0] }.map { lines[$0].bytes.lowerBound }
    return SectionBuilder.sections(
      of: lines.indices.filter { !isTaken[$0] }.map { lines[$0] }, in: document.text,
      plain: Set(plain))
  }

  /// The authors named in the first lines of a text, as below a title.
  static func authors(atBeginningOf text: String) -> [String] {
    var free = FreeText(TextLine.lines(of: text))
    return free.takeBylines(from: 0)
  }

  /// The lines before the first paragraph, which contain title, authors and affiliations.
  private var head: Range<Int> {
    let end = lines.indices.prefix(60).first { index in
      let line = lines[index]
      if SectionLabels.kind(of: line.text) != nil { return true }
      // A long title is a line of its own.
      if index == 0, line.precedesBlank, line.text.last != "." { return false }
      return line.text.utf8.count > 200 && AuthorLine.names(line.text) == nil
        || line.text.utf8.count > 80 && line.text.last == "."
    }
    return 0..<min(end ?? lines.count, 60)
  }

  // MARK: - Title

  private mutating func takeTitle(_ document: inout Document) -> Int? {
    let candidates = head.filter { index in
      !isTaken[index] && !lines[index].isListItem && lines[index].text.utf8.count <= 400
        && !PublicationDate.isDate(lines[index].text)
    }
    // The second line of the title.
    var rest: Int?
    var index = citation?.title(among: candidates.map { lines[$0] }).flatMap(lines.firstIndex)
    if index == nil, let first = candidates.first {
      // One or two lines with the name of the site may be above the title.
      let next = candidates.dropFirst().first
      if let next, lines[first].words.count <= 3, lines[next].words.count >= 6,
        SectionLabels.kind(of: lines[first].text) == nil,
        AuthorLine.names(lines[next].text) == nil, SectionLabels.kind(of: lines[next].text) == nil,
        Headings.isHeading(lines[next])
      {
        index = next
      } else if let next, next == first + 1, TitleLines.belong(lines[first], lines[next]) {
        index = first
        rest = next
      } else if isTitle(first) {
        index = first
      }
    }
    guard let index else { return nil }
    let title = lines[index].text
    let whole = [title] + (rest.map { [lines[$0].text] } ?? [])
    document.set(\.title, .title, whole.joined(separator: ": "), origin: .extracted)
    isTaken[index] = true
    if let rest { isTaken[rest] = true }
    for other in head where other != index && lines[other].text == title { isTaken[other] = true }
    // Text above the title names the venue.
    let above = head.prefix { $0 < index }.filter { !isTaken[$0] }
    if above.count == 1, let only = above.first, lines[only].words.count <= 8,
      !TitleLines.isNoVenue(lines[only].text)
    {
      document.set(\.venue, .venue, String(lines[only].text), origin: .extracted)
    }
    for other in above { isTaken[other] = true }
    return rest ?? index
  }

  /// Whether the first line is a title, not the heading of the first section: it has three words or
  /// more, or no other heading follows in the text.
  private func isTitle(_ index: Int) -> Bool {
    let line = lines[index]
    guard SectionLabels.kind(of: line.text) == nil else { return false }
    if line.words.count >= 3 {
      return line.followsBlank && line.precedesBlank || line.text.last != "."
    }
    return !lines[(index + 1)...].contains { Headings.isHeading($0) }
  }

  // MARK: - Authors

  /// Takes the names below the title, otherwise those after a phrase such as "Prepared by".
  ///
  /// - Parameter start: the first line below the title, if there is one.
  private mutating func takeAuthors(from start: Int?) -> [String] {
    let authors = start.map { takeBylines(from: $0) } ?? []
    return authors.isEmpty ? takePreparedBy() : authors
  }

  /// Takes the names on lines from here on, and removes them and the affiliations from the text.
  private mutating func takeBylines(from start: Int) -> [String] {
    var authors: [String] = []
    for index in start..<max(start, head.upperBound) where !isTaken[index] {
      let line = lines[index]
      if let names = AuthorLine.names(line.text), authors.isEmpty || isAdjacent(index) {
        authors += names
        isTaken[index] = true
      } else if authors.isEmpty, let names = AuthorLine.namesWithInstitution(line.text) {
        authors = names
        isPlain[index] = true
        break
      } else if !authors.isEmpty, Self.isAffiliation(line.text) {
        isTaken[index] = true
      } else {
        break
      }
    }
    return authors
  }

  private func isAdjacent(_ index: Int) -> Bool {
    index > 0 && isTaken[index - 1] && !lines[index].followsBlank
  }

  private static let addresses = ["correspond", "email", "e-mail", "@"]

  /// Whether a line gives the authors' affiliations: it begins with a mark or names an institution,
  /// and is not a sentence.
  private static func isAffiliation(_ line: Substring) -> Bool {
    guard line.utf8.count <= 400, let first = line.first else { return false }
    if "¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§^".contains(first) { return true }
    let folded = line.lowercased()
    let startsWithMark = first.isNumber && line.dropFirst().first.map { !$0.isLetter } == false
    return (startsWithMark || line.last != ".")
      && (AuthorLine.institutions + addresses).contains { folded.contains($0) }
  }

  private static let introductions: Set<String> = [
    "prepared by", "written by", "authors", "author", "author(s)", "by", "compiled by",
    "report authors", "report by",
  ]

  /// Names after "Prepared by" and similar phrases, anywhere in the text.
  private mutating func takePreparedBy() -> [String] {
    for (index, line) in lines.enumerated() where line.text.utf8.count <= 400 {
      let parts = line.text.split(separator: ":", maxSplits: 1)
      guard let first = parts.first, Self.introductions.contains(SectionLabels.fold(first))
      else { continue }
      if parts.count == 2, let names = AuthorLine.names("By \(parts[1].trimmed)") {
        isTaken[index] = true
        return names
      }
      if parts.count == 1, index + 1 < lines.count,
        let names = AuthorLine.names("By \(lines[index + 1].text)")
      {
        isTaken[index] = true
        isTaken[index + 1] = true
        return names
      }
    }
    return []
  }

  // MARK: - Imprint

  /// Takes dates and identifiers that are on separate lines at the beginning, or labelled as the
  /// work's.
  ///
  /// Dates stay in the text, because only their years are stored.
  private mutating func takeImprint(_ document: inout Document) {
    for index in head where !isTaken[index] {
      let line = lines[index].text
      if PublicationDate.isDate(line) {
        if document.year == nil {
          document.set(
            \.year, .year, PublicationDate.year(in: line), origin: .extracted)
        }
        isPlain[index] = true
      } else if let label = PageLabel(line), !label.value.isEmpty {
        let isMetadata = take(label, &document)
        isPlain[index] = isMetadata && label.field == .date
        isTaken[index] = isMetadata && label.field != .date
      } else if line.hasPrefix("https://doi.org/"), !line.contains(" ") {
        add(Identifier(.doi, parsing: String(line)), &document)
        isTaken[index] = true
      }
    }
  }

  /// Whether a line is a date, with or without a label.
  private static func isDated(_ line: Substring) -> Bool {
    if PublicationDate.isDate(line) { return true }
    guard let label = PageLabel(line), label.field == .date else { return false }
    return PublicationDate.year(in: label.value) != nil
  }

  /// Takes the value of a label, and returns whether the line was metadata.
  private func take(_ label: PageLabel, _ document: inout Document) -> Bool {
    let value = String(label.value)
    switch label.field {
    case .date:
      guard let year = PublicationDate.year(in: value) else { return false }
      if document.year == nil { document.set(\.year, .year, year, origin: .extracted) }
    case .doi: add(Identifier(.doi, parsing: value), &document)
    case .pmid: add(Identifier(.pmid, parsing: value), &document)
    case .pmcid: add(Identifier(.pmcid, parsing: value), &document)
    case .isbn: add(Identifier(.isbn, parsing: value), &document)
    case .venue where label.strength > 0:
      document.set(\.venue, .venue, value, origin: .extracted)
    case .keywords where label.strength > 0:
      document.set(
        \.keywords, .keywords,
        value.parts { ";,".contains($0) },
        origin: .extracted)
      return false
    default: return false
    }
    return true
  }

  private func add(_ identifier: Identifier?, _ document: inout Document) {
    guard let identifier, !document.identifiers.contains(identifier) else { return }
    document.set(
      \.identifiers, .identifiers, document.identifiers + [identifier], origin: .extracted)
  }
}
