import Literature

/// A Markdown text as plain text: headings, paragraphs, lists and tables, without their markup
/// (CommonMark 0.31 and GitHub's tables).
struct MarkdownText {
  private let lines: [Substring]
  private var builder = TextBuilder()
  private var paragraph: [Substring] = []
  private var title: String
  private var foundTitle: String?
  /// Whether there are only lines such as "Year: 2019" so far, apart from the title.
  private var isBelowTitle = true

  /// Prepares a text without front matter.
  ///
  /// - Parameter title: the title, if known; a heading that repeats it is dropped.
  init(_ text: Substring, title: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.title = title
  }

  /// Sets text and sections, and the title to the first heading of the first level if there is none
  /// yet.
  mutating func describe(_ document: inout Document) {
    read()
    if document.title.isEmpty, let foundTitle {
      document.set(\.title, .title, foundTitle, origin: .extracted)
    }
    let (text, sections) = builder.finish()
    document.text = text
    document.sections = sections.flatMap { section in
      InlineSections.sections(
        of: text, in: section.bytes, heading: section.heading, kind: section.kind)
    }
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      let line = Self.unquoted(lines[index])
      if let fence = Self.fence(line) {
        index = code(from: index + 1, fence: fence)
      } else if line.isEmpty || Self.isBreak(line) && !isUnderline(line) {
        flush()
        index += 1
      } else if line.hasPrefix("<!--") {
        index = comment(from: index)
      } else if let (name, level) = Self.heading(line) {
        flush()
        begin(name, level: level)
        index += 1
      } else if isUnderline(line), paragraph.count == 1 {
        let name = paragraph.removeFirst()
        begin(MarkdownInline.plain(name), level: line.first == "=" ? 1 : 2)
        index += 1
      } else if paragraph.isEmpty, let end = tableEnd(from: index) {
        table(index..<end)
        index = end
      } else {
        if let note = line.prefixMatch(of: /\[\^[^\]\s]{1,40}\]:\s*/) {
          // A footnote is a paragraph.
          flush()
          paragraph = [line[note.range.upperBound...]]
        } else if Self.definesLink(line) {
          flush()
        } else if let item = Self.item(line) {
          flush()
          paragraph = [item]
        } else {
          // Such lines are not one paragraph.
          if isBelowTitle, Self.isLabelled(line) { flush() }
          paragraph.append(line)
        }
        index += 1
      }
    }
    flush()
  }

  private mutating func flush() {
    guard !paragraph.isEmpty else { return }
    let text = MarkdownInline.plain(paragraph.joined(separator: " "))
    paragraph.removeAll(keepingCapacity: true)
    isBelowTitle = isBelowTitle && (text.isEmpty || PageLabel(withColon: text[...]) != nil)
    builder.paragraph(text.oneLine)
  }

  private mutating func begin(_ name: String, level: Int) {
    let name = name.oneLine
    guard !name.isEmpty else { return }
    if title.isEmpty, foundTitle == nil, level == 1 {
      foundTitle = name
      title = name
    }
    if name == title {
      builder.resume("", .body)
    } else {
      isBelowTitle = false
      builder.section(name, SectionLabels.kind(of: name) ?? .body, level: level)
    }
  }

  // MARK: - Lines

  private static func isLabelled(_ line: Substring) -> Bool {
    guard line.utf8.count <= 400, line.contains(":") else { return false }
    return PageLabel(withColon: MarkdownInline.plain(line)[...]) != nil
  }

  /// A line without surrounding white space and block quote markers.
  private static func unquoted(_ line: Substring) -> Substring {
    var line = trimmed(line)
    while line.first == ">" { line = trimmed(line.dropFirst()) }
    return line
  }

  private static func trimmed(_ line: Substring) -> Substring {
    guard let first = line.firstIndex(where: { !$0.isWhitespace }),
      let last = line.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return line[first...last]
  }

  private static func fence(_ line: Substring) -> Character? {
    line.hasPrefix("```") || line.hasPrefix("~~~") ? line.first : nil
  }

  /// Whether a line consists of three or more of the same mark, with or without spaces.
  private static func isBreak(_ line: Substring) -> Bool {
    guard let mark = line.first, "-*_".contains(mark) else { return false }
    return line.allSatisfy { $0 == mark || $0 == " " } && line.count { $0 == mark } >= 3
  }

  private func isUnderline(_ line: Substring) -> Bool {
    guard paragraph.count == 1, line.utf8.count >= 2, let mark = line.first, "=-".contains(mark)
    else { return false }
    return line.allSatisfy { $0 == mark }
  }

  private static func heading(_ line: Substring) -> (name: String, level: Int)? {
    guard line.first == "#" else { return nil }
    let level = line.prefix(7).prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard level <= 6, rest.first?.isWhitespace == true else { return nil }
    var name = trimmed(rest)
    while name.last == "#" { name.removeLast() }
    // "{#name .class}" is the heading's anchor.
    if name.last == "}", let brace = name.lastIndex(of: "{"), name[brace...].hasPrefix("{#") {
      name = name[..<brace]
    }
    return (MarkdownInline.plain(trimmed(name)), level)
  }

  /// The text of a list item without its bullet, but with its number; `nil` for other lines.
  private static func item(_ line: Substring) -> Substring? {
    if let mark = line.first, "-*+".contains(mark), line.dropFirst().first?.isWhitespace == true {
      var text = trimmed(line.dropFirst())
      for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) { text = text.dropFirst(4) }
      return text
    }
    let digits = line.prefix(10).prefix { $0.isASCIIDigit }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let close = rest.first, ".)".contains(close),
      rest.dropFirst().first?.isWhitespace == true
    else { return nil }
    return line
  }

  /// Whether a line only defines the target of links: "[label]: https://example.org".
  private static func definesLink(_ line: Substring) -> Bool {
    guard line.first == "[", line.dropFirst().first != "^", let close = line.firstIndex(of: "]")
    else { return false }
    return line[line.index(after: close)...].hasPrefix(": ")
  }

  // MARK: - Blocks

  /// Adds code unchanged, and returns the line after it.
  private mutating func code(from start: Int, fence: Character) -> Int {
    flush()
    let mark = String(repeating: fence, count: 3)
    let end = lines[start...].firstIndex { Self.unquoted($0).hasPrefix(mark) } ?? lines.count
    builder.paragraph(lines[start..<end].joined(separator: "\n").trimmed)
    return min(lines.count, end + 1)
  }

  /// Skips a comment, and returns the line after it; text on its last line is kept.
  private mutating func comment(from start: Int) -> Int {
    for index in start..<lines.count {
      guard let end = lines[index].firstRange(of: "-->") else { continue }
      let rest = Self.trimmed(lines[index][end.upperBound...])
      if !rest.isEmpty { paragraph.append(rest) }
      return index + 1
    }
    return lines.count
  }

  /// The end of the table that begins on a line; `nil` if there is none.
  private func tableEnd(from start: Int) -> Int? {
    guard lines[start].contains("|"), start + 1 < lines.count, Self.isRule(lines[start + 1])
    else { return nil }
    return lines[(start + 2)...].firstIndex { !$0.contains("|") } ?? lines.count
  }

  /// Whether a line is the rule below a table's head: "| --- | :-: |".
  private static func isRule(_ line: Substring) -> Bool {
    line.contains("-") && line.allSatisfy { "|-: \t>".contains($0) }
  }

  private mutating func table(_ range: Range<Int>) {
    let rows = range.filter { $0 != range.lowerBound + 1 }.map { Self.cells(lines[$0]) }
    builder.table(rows)
  }

  private static func cells(_ line: Substring) -> [String] {
    var row = unquoted(line)
    if row.first == "|" { row = row.dropFirst() }
    if row.last == "|", !row.hasSuffix("\\|") { row = row.dropLast() }
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return (cells + [cell]).map { MarkdownInline.plain($0) }
  }
}
