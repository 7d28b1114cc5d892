import Literature

/// The text of a PDF: its title, headings (found by size and name), and paragraphs joined from
/// lines.
struct PDFText {
  private let layout: PDFLayout
  private let lines: [PDFLine]
  /// Height of most lines, weighted by their length.
  private let bodyHeight: Double

  /// Prepares the lines of a PDF.
  init(_ layout: PDFLayout) {
    self.layout = layout
    lines = layout.body
    var weights: [Double: Int] = [:]
    for line in lines { weights[(line.height * 2).rounded() / 2, default: 0] += line.text.count }
    bodyHeight = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 10
  }

  /// The document, or `nil` if there is no text.
  func document(from origin: RecordOrigin) -> Document? {
    guard !lines.isEmpty else { return nil }
    var document = Document(id: "", source: origin.source(key: nil))
    let titleLines = self.titleLines
    let title =
      titleLines.isEmpty
      ? layout.title.flatMap(Self.plausible) ?? ""
      : Self.join(titleLines.map { lines[$0].text })
    document.set(\.title, .title, title, origin: .extracted)
    var builder = TextBuilder()
    let authorLines = takeAuthors(&document, after: titleLines.last)
    describe(&document)
    for paragraph in paragraphs(without: Set(titleLines + authorLines)) {
      if paragraph.isHeading {
        // Only known names are surely above others.
        let kind = SectionLabels.kind(of: paragraph.text)
        builder.section(
          paragraph.text, kind ?? .body, page: paragraph.page, level: kind == nil ? 2 : 1)
      } else {
        builder.turn(to: paragraph.page)
        builder.paragraph(paragraph.text)
      }
    }
    (document.text, document.sections) = builder.finish()
    document.set(\.year, .year, year(of: document), origin: .extracted)
    guard !document.sections.isEmpty else { return nil }
    document.nameByFile(origin)
    return document
  }

  /// A paragraph or heading and the page on which it begins.
  struct Paragraph {
    var text: String
    var page: Int
    var isHeading: Bool
  }

  // MARK: - Title and metadata

  /// The largest adjacent lines in the upper part of the first page.
  private var titleLines: [Int] {
    let first = lines.indices.prefix { lines[$0].page == 1 }
    let upper = first.filter { lines[$0].top < 0.6 && lines[$0].text.count > 3 }
    guard let largest = upper.map({ lines[$0].height }).max(), largest >= bodyHeight * 1.2,
      let start = upper.first(where: { lines[$0].height >= largest * 0.95 })
    else { return [] }
    let run = first.filter { $0 >= start }.prefix { lines[$0].height >= largest * 0.95 }.prefix(6)
    let text = Self.join(run.map { lines[$0].text })
    return SectionLabels.kind(of: text) == nil && text.contains(" ") ? Array(run) : []
  }

  private static func plausible(_ title: String) -> String? {
    let words = title.split(separator: " ")
    let isFile = ["microsoft word", ".doc", ".indd", ".pdf", ".qxd"].contains {
      title.lowercased().contains($0)
    }
    return words.count >= 3 && !isFile ? title : nil
  }

  /// Finds the authors in the lines below the title or in the file's metadata.
  ///
  /// - Parameter title: the last line of the title.
  /// - Returns: the lines with names, which are not part of the text.
  private func takeAuthors(_ document: inout Document, after title: Int?) -> [Int] {
    var names: [String] = []
    var taken: [Int] = []
    if let title {
      let below = lines.indices.dropFirst(title + 1).prefix(8)
        .prefix { lines[$0].page == 1 && !isHeading($0) }
      let first = below.first { AuthorLine.names(lines[$0].text) != nil }
      // A long list of names continues on the next lines of its block.
      for index in below where index >= first ?? .max {
        guard
          index == first || taken.last == index - 1 && lines[index].block == lines[index - 1].block,
          let more = AuthorLine.names(lines[index].text)
        else { break }
        names += more
        taken.append(index)
      }
    }
    if names.isEmpty, let author = layout.author { names = AuthorLine.names(author) ?? [] }
    document.setAuthors(names, origin: .extracted)
    return taken
  }

  /// Finds the DOI and the journal on the first page.
  private func describe(_ document: inout Document) {
    let first = layout.lines.prefix { $0.page == 1 }
    let imprint =
      layout.firstMargins
      + first.map(\.text).filter { line in
        let folded = line.lowercased()
        return ["doi", "published", "©", "copyright", "accepted", "received", "cite this"]
          .contains { folded.contains($0) }
      }
    if let doi = imprint.lazy.compactMap({ Identifier(.doi, parsing: $0) }).first {
      document.set(\.identifiers, .identifiers, [doi], origin: .extracted)
    }
    let edges = first.filter { $0.top < 0.2 || $0.bottom > 0.85 }.map(\.text)
    let places = layout.firstMargins + edges + [layout.subject].compactMap(\.self)
    let journal = places.lazy.compactMap { JournalLine($0) }.first
    document.set(\.venue, .venue, journal?.journal, origin: .extracted)
    if let journal {
      document.imprint.volume = journal.volume
      document.imprint.issue = journal.issue
      document.imprint.pages = journal.pages
    }
  }

  /// The year that the first page states, otherwise the first lines of the text or the title.
  private func year(of document: Document) -> Int? {
    let page = layout.lines.prefix { $0.page == 1 }
    let edges = page.filter { $0.top < 0.2 || $0.bottom > 0.85 }.map(\.text)
    let imprint = layout.firstMargins + edges + [layout.subject].compactMap(\.self)
    return StatedYear.find(
      title: document.title, imprint: imprint.map { $0[...] }, page: page.map { $0.text[...] },
      opening: StatedYear.opening(of: document.text))
  }

  // MARK: - Paragraphs

  private func paragraphs(without left: Set<Int>) -> [Paragraph] {
    var drafts: [ParagraphDraft] = []
    var previous: PDFLine?
    for index in lines.indices where !left.contains(index) {
      let line = lines[index]
      let isNewBlock = previous.map { $0.block != line.block } ?? true
      let heading = isHeading(index)
      let isContinued = drafts.last.map {
        goesOn($0, line, isNewBlock: isNewBlock, isHeading: heading, after: previous)
      }
      if isContinued ?? false {
        drafts[drafts.count - 1].add(line.text)
      } else {
        drafts.append(ParagraphDraft(line, isHeading: heading))
      }
      previous = line
    }
    return drafts.map { draft in
      Paragraph(text: Self.join(draft.lines), page: draft.page, isHeading: draft.isHeading)
    }
  }

  /// The lines of a paragraph or heading.
  ///
  /// They are joined once at the end, because a paragraph can go on over all pages.
  private struct ParagraphDraft {
    let page: Int
    let isHeading: Bool
    private(set) var lines: [String]
    /// The number of characters of the joined lines.
    private(set) var length: Int

    init(_ line: PDFLine, isHeading: Bool) {
      page = line.page
      self.isHeading = isHeading
      lines = [line.text]
      length = line.text.count
    }

    mutating func add(_ line: String) {
      length += line.count + (lines.last.map { PDFText.isDivided($0, line) } == true ? 0 : 1)
      lines.append(line)
    }
  }

  /// Whether a line continues the last paragraph: in the same block, or mid-sentence in the next
  /// column or on the next page.
  private func goesOn(
    _ last: ParagraphDraft, _ line: PDFLine, isNewBlock: Bool, isHeading: Bool,
    after previous: PDFLine?
  ) -> Bool {
    guard last.isHeading == isHeading, let previous, !line.isTableRow, !previous.isTableRow
    else { return false }
    if isHeading { return !isNewBlock && abs(previous.height - line.height) < 0.6 }
    if !isNewBlock { return true }
    let isOpen = previous.text.last.map { !".!?:;”\"’)]".contains($0) } ?? false
    return isOpen && line.text.first?.isLowercase == true && last.length > 60
  }

  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    if line.isTableRow { return false }
    let words = line.text.split(separator: " ")
    guard words.count <= 16, let end = line.text.last, !".,;".contains(end),
      line.text.contains(where: \.isLetter), line.text.first?.isLowercase == false
    else { return false }
    let isFirst = index == 0 || lines[index - 1].block != line.block
    let isAlone = isFirst && (index + 1 == lines.count || lines[index + 1].block != line.block)
    if SectionLabels.kind(of: line.text) != nil { return isFirst }
    if line.height >= bodyHeight * 1.12 { return line.text.count > 2 }
    if isAlone, line.text.prefixMatch(of: /\d{1,2}(\.\d{1,2}){0,3}\.?\s+\p{Lu}/) != nil {
      return true
    }
    return isAlone && words.count <= 8 && line.text.count > 3
      && Headings.isAllCapitals(line.text)
  }

  /// Whether a word is divided between two lines.
  private static func isDivided(_ text: String, _ next: String) -> Bool {
    text.last == "-" && next.first?.isLowercase == true
  }

  /// Joins lines; a hyphen at the end of a line is kept, with no space after it.
  private static func join(_ lines: [String]) -> String {
    lines.reduce(into: "") { text, line in
      if text.isEmpty {
        text = line
      } else if isDivided(text, line) {
        text += line
      } else {
        text += " " + line
      }
    }
  }
}
