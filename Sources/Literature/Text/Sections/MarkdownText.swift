/// The headings and sections of a Markdown text (CommonMark's ATX and setext headings; lines in
/// fenced code are none).
struct MarkdownText {
  private let text: String
  private let lines: [TextLine]

  /// Takes a text without front matter.
  init(_ text: String) {
    self.text = text
    lines = TextLine.lines(of: text)
  }

  /// Sets the title, if there is none yet, to the first heading of the first level, and divides
  /// the text at all headings.
  func describe(_ document: inout Document) {
    var open: (heading: String, kind: Section.Kind, range: Range<Int>?) = ("", .body, nil)
    var fence: Substring?
    var index = 0
    func close() {
      guard let range = open.range else { return }
      document.sections += SectionLabels.inline(
        text, in: range, heading: open.heading, kind: open.kind)
    }
    while index < lines.count {
      let line = lines[index]
      if let mark = Self.fence(line.text), fence == nil || line.text == fence {
        fence = fence == nil ? mark : nil
      } else if fence == nil, let heading = heading(at: index) {
        if document.title.isEmpty, heading.level == 1 {
          document.set(\.title, .title, heading.name, origin: .extracted)
        }
        close()
        let isTitle = heading.name == document.title
        open = (
          isTitle ? "" : heading.name, SectionLabels.kind(of: heading.name) ?? .body, nil
        )
        index += heading.lines
        continue
      }
      open.range = (open.range?.lowerBound ?? line.bytes.lowerBound)..<line.bytes.upperBound
      index += 1
    }
    close()
  }

  private static func fence(_ line: Substring) -> Substring? {
    for mark in ["```", "~~~"] where line.hasPrefix(mark) { return line.prefix(3) }
    return nil
  }

  private func heading(at index: Int) -> (name: String, level: Int, lines: Int)? {
    let line = lines[index].text
    let level = line.prefix { $0 == "#" }.count
    if (1...6).contains(level), line.dropFirst(level).first.map(\.isWhitespace) ?? false {
      var name = line.dropFirst(level).trimmed
      while name.last == "#" { name.removeLast() }
      return (Self.plain(name.trimmed), level, 1)
    }
    guard index + 1 < lines.count, !lines[index + 1].followsBlank, !lines[index].isListItem
    else { return nil }
    let under = lines[index + 1].text
    guard under.count >= 2, let mark = under.first, "=-".contains(mark),
      under.allSatisfy({ $0 == mark })
    else { return nil }
    return (Self.plain(String(line)), mark == "=" ? 1 : 2, 2)
  }

  /// A heading without the marks of emphasis, code and links.
  private static func plain(_ heading: String) -> String {
    heading.replacing(/!?\[([^\]]*)\]\([^)]*\)/) { String($0.output.1) }
      .replacing(/\s*\{#[^}]*\}$/, with: "")
      .replacing(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/) { String($0.output.1) }
  }
}
