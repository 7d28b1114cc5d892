/// Builds a document's text of headings and paragraphs, and the sections of it.
///
/// Headings and paragraphs stand on lines of their own with an empty line between them.
struct TextBuilder {
  /// The text so far.
  private(set) var text = ""
  private var sections: [Section] = []
  private var heading = ""
  private var kind = Section.Kind.body
  private var page: Int?
  private var open: Range<Int>?

  /// Begins a section.
  mutating func section(_ heading: String, _ kind: Section.Kind, page: Int? = nil) {
    close()
    self.heading = heading
    self.kind = kind
    self.page = page
    if !heading.isEmpty { _ = add(heading) }
  }

  /// Goes on under another heading without writing it again: after a section within a section.
  mutating func resume(_ heading: String, _ kind: Section.Kind) {
    close()
    self.heading = heading
    self.kind = kind
  }

  /// Goes on with the section on another page, as a section of its own under the same heading, so
  /// that each passage knows its page.
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
      sections.append(Section(heading: heading, kind: kind, bytes: range, page: page))
    }
    open = nil
  }
}
