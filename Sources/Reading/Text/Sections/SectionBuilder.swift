import Literature

/// Divides the lines of a text into sections at its headings and labels.
enum SectionBuilder {
  /// Maximum number of consecutive headings without text that are joined into one path.
  private static let longestPath = 3

  /// The sections of an abstract or another text of a record.
  static func sections(of text: String) -> [Section] {
    if text.holds(0x0A) {
      return sections(of: TextLine.lines(of: text), in: text)
    }
    return InlineSections.sections(of: text, in: 0..<text.utf8.count)
  }

  /// The sections of some lines of a text, in their order.
  ///
  /// Lines that the caller omits separate sections, as headings do.
  /// - Parameters:
  ///   - kind: the kind of text that is not under a known heading.
  ///   - plain: where lines begin that are never headings, in UTF-8 bytes.
  static func sections(
    of lines: [TextLine], in text: String, kind: Section.Kind = .body, plain: Set<Int> = []
  ) -> [Section] {
    var builder = Builder(text: text, kind: kind, tight: TightHeadings(lines), plain: plain)
    for line in lines { builder.add(line) }
    builder.closeSection()
    return builder.sections
  }

  private struct Builder {
    let text: String
    let kind: Section.Kind
    private let tight: TightHeadings
    private let plain: Set<Int>
    var sections: [Section] = []
    private var headings: [TextLine] = []
    private var current = Section.Kind.body
    private var open: Range<Int>?

    init(text: String, kind: Section.Kind, tight: TightHeadings, plain: Set<Int>) {
      self.text = text
      self.kind = kind
      self.tight = tight
      self.plain = plain
      current = kind
    }

    mutating func add(_ line: TextLine) {
      let isInReferences = current == .references
      let isPlain = plain.contains(line.bytes.lowerBound)
      if !isPlain,
        Headings.isHeading(line, inReferences: isInReferences)
          || !isInReferences && tight.contains(line)
      {
        if open != nil {
          closeSection()
          headings = []
        }
        headings.append(line)
        current = SectionLabels.kind(of: line.text) ?? kind
      } else if let range = open {
        open = range.lowerBound..<line.bytes.upperBound
      } else {
        keepLongPathAsText()
        open = line.bytes
      }
    }

    /// Treats a long run of headings as a list of short lines: all but the last become text.
    private mutating func keepLongPathAsText() {
      guard headings.count > SectionBuilder.longestPath, let last = headings.last,
        let first = headings.first
      else { return }
      let upper = headings[headings.count - 2].bytes.upperBound
      sections.append(Section(kind: kind, bytes: first.bytes.lowerBound..<upper))
      headings = [last]
    }

    mutating func closeSection() {
      if let range = open {
        let heading = headings.map { Self.name($0.text) }.joined(separator: Section.pathSeparator)
        sections += InlineSections.sections(
          of: text, in: range, heading: heading, kind: current)
      } else if let first = headings.first, let last = headings.last {
        // The text ends with headings: they become text, so that nothing is lost.
        sections.append(
          Section(kind: current, bytes: first.bytes.lowerBound..<last.bytes.upperBound))
      }
      open = nil
    }

    private static func name(_ heading: Substring) -> String {
      heading.last == ":" ? heading.dropLast().trimmed : String(heading)
    }
  }
}
