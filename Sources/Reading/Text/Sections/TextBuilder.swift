import Literature

/// Builds a document's text from headings and paragraphs, and its sections.
///
/// Each heading and paragraph is a line, with an empty line between them.
struct TextBuilder {
  /// The text so far.
  private(set) var text = ""
  private var sections: [Section] = []
  private var heading = ""
  /// Headings that have no text yet, the outermost first, with their levels.
  private var path: [(name: String, level: Int?)] = []
  private var kind = Section.Kind.body
  private var page: Int?
  private var isInAbstract = false
  private var open: Range<Int>?

  /// Maximum number of headings that are joined into one path.
  private static let longestPath = 3

  /// Begins a section.
  ///
  /// The headings above it that have only subsections become part of its heading ("Results › Pay"),
  /// because text outside sections is not indexed. Those of an abstract do not.
  /// - Parameter level: the level of the heading, 1 for the outermost; `nil` if it is within the
  ///   section that was begun last.
  mutating func section(
    _ heading: String, _ kind: Section.Kind, page: Int? = nil, level: Int? = nil
  ) {
    close()
    if isInAbstract || self.kind == .abstract || heading.isEmpty { path = [] }
    if !heading.isEmpty {
      _ = add(heading)
      if let level { path.removeAll { $0.level ?? level >= level } }
      path = (path + [(heading, level)]).suffix(Self.longestPath)
    }
    self.heading = path.map(\.name).joined(separator: Section.pathSeparator)
    self.kind = kind
    self.page = page
  }

  /// Begins the section of a heading, unless it is the title.
  ///
  /// If no style marks the title, it is the heading of three words or more above all text.
  mutating func heading(_ heading: String, level: Int, title: inout String) {
    let kind = SectionLabels.kind(of: heading)
    if title.isEmpty, text.isEmpty, level == 1, kind == nil,
      heading.split(separator: " ").count >= 3
    {
      title = heading
    } else if heading == title {
      resume("", .body)
    } else {
      section(heading, kind ?? .body, level: level)
    }
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
    path = []
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
      path = []
    }
    open = nil
  }
}
