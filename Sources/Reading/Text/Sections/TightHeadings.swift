import Literature

/// The headings of a structured abstract that have no empty lines around them.
///
/// A line "Methods" may also be an item of a list. So it is a heading only if the line before it
/// ends a sentence, the line after it is prose, and the text has such headings of two kinds.
struct TightHeadings {
  /// Where the headings begin, in UTF-8 bytes.
  private let starts: Set<Int>

  /// Minimum number of words in a line of prose that does not end like a sentence.
  private static let leastWords = 6

  /// The kinds of sections that a structured abstract has.
  private static let kinds: Set<Section.Kind> = [.background, .methods, .results, .discussion]

  /// Finds the headings among the lines of a text.
  init(_ lines: [TextLine]) {
    var starts: Set<Int> = []
    var kinds: Set<Section.Kind> = []
    for (at, line) in lines.enumerated() {
      guard let kind = Headings.knownKind(line), line.text.last != ".", !line.isListItem,
        at == 0 || Self.mayPrecede(lines[at - 1]),
        at + 1 < lines.count, Self.isProse(lines[at + 1])
      else { continue }
      starts.insert(line.bytes.lowerBound)
      kinds.insert(kind)
    }
    self.starts = kinds.intersection(Self.kinds).count > 1 ? starts : []
  }

  /// Whether a line is one of the headings.
  func contains(_ line: TextLine) -> Bool { starts.contains(line.bytes.lowerBound) }

  /// Whether a heading can follow a line: after a sentence, or below another heading.
  private static func mayPrecede(_ line: TextLine) -> Bool {
    endsSentence(line.text) || Headings.knownKind(line) != nil
  }

  private static func isProse(_ line: TextLine) -> Bool {
    Headings.knownKind(line) == nil && !line.isListItem
      && (endsSentence(line.text) || line.words.count >= leastWords)
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    text.last.map { ".?!…”\")]".contains($0) } ?? false
  }
}
