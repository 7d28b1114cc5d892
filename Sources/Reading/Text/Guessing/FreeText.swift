import Literature

/// The text of a work: an abstract, an article, a report, a guide.
///
/// Finds title, authors and year at its beginning and in its suggested citation, skips page
/// boilerplate, and divides the rest at its headings.
struct FreeText {
  let lines: [TextLine]
  private let citation: SuggestedCitation?
  var isTaken: [Bool]
  /// Lines that are read as metadata, but are text, too, and never headings: dates, and authors
  /// with their institution.
  var isPlain: [Bool]

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
  var head: Range<Int> {
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
    let label = PageLabel(withColon: lines[index].text)
    let title = label.flatMap { $0.field == .title ? $0.value : nil } ?? lines[index].text
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
}
