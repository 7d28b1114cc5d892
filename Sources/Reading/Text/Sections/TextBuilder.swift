import Literature

/// Builds a document's text from headings and paragraphs, and its sections.
///
/// Each heading and paragraph is a line, with an empty line between them.
struct TextBuilder {
  /// The text so far.
  private(set) var text = ""
  private var sections: [Section] = []
  private var heading = ""
  private var kind = Section.Kind.body
  private var page: Int?
  private var isInAbstract = false
  private var open: Range<Int>?

  /// Begins a section.
  mutating func section(_ heading: String, _ kind: Section.Kind, page: Int? = nil) {
    close()
    self.heading = heading
    self.kind = kind
    self.page = page
    if !heading.isEmpty { _ = add(heading) }
  }

  /// Marks the sections from here to ``endAbstract()`` as parts of the abstract.
  mutating func beginAbstract() {
    close()
    isInAbstract = true
  }

  /// Ends what ``beginAbstract()`` began.
  mutating func endAbstract() {
    close()
    isInAbstract = false
  }

  /// Continues under an earlier heading without writing it again, after a nested section.
  mutating func resume(_ heading: String, _ kind: Section.Kind) {
    close()
    self.heading = heading
    self.kind = kind
  }

  /// Continues the section on another page, as a new section under the same heading, so that each
  /// passage knows its page.
  mutating func turn(to page: Int) {
    guard page != self.page else { return }
    close()
    self.page = page
  }

  /// Adds a paragraph to the section.
  mutating func paragraph(_ paragraph: String) {
    guard !paragraph.isEmpty else { return }
    let range = add(paragraph)
    open = (open?.lowerBound ?? range.lowerBound)..<range.upperBound
  }

  /// Adds a table: each row is a paragraph with its cells separated by bars, so that rows never run
  /// into each other or into prose where the text is shown.
  mutating func table(_ rows: [[String]]) {
    for row in rows { paragraph(Self.row(row)) }
  }

  /// A table row as text: "Role | Band | WTE"; empty if all its cells are empty.
  static func row(_ cells: [String]) -> String {
    var cells = cells.map { $0.oneLine }
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    return cells.joined(separator: " | ")
  }

  /// The text and its sections.
  mutating func finish() -> (text: String, sections: [Section]) {
    close()
    return (text, sections)
  }

  private mutating func add(_ line: String) -> Range<Int> {
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += line
    return start..<text.utf8.count
  }

  private mutating func close() {
    if let range = open {
      sections.append(
        Section(
          heading: heading, kind: kind, bytes: range, page: page, isInAbstract: isInAbstract))
    }
    open = nil
  }
}
