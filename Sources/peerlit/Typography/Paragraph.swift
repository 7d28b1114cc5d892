/// Text wrapped to a width, with matching characters highlighted.
package struct Paragraph {
  private struct Glyph {
    var scalar: Unicode.Scalar
    var isMarked: Bool
  }

  private var words: [[Glyph]] = []

  /// Splits a text into words at white space.
  ///
  /// Control characters and bidirectional controls, which could control the terminal or reorder the
  /// text, are shown as U+FFFD.
  ///
  /// - Parameter marks: half-open ranges of Unicode scalars.
  package init(_ text: String, marks: [Range<Int>] = []) {
    var marks = marks.sorted { $0.lowerBound < $1.lowerBound }[...]
    var word: [Glyph] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      while let first = marks.first, first.upperBound <= offset { marks.removeFirst() }
      if scalar.properties.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        let shown = TerminalText.isUnsafe(scalar) ? "\u{FFFD}" : scalar
        word.append(Glyph(scalar: shown, isMarked: marks.first?.contains(offset) ?? false))
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  /// The wrapped text, with an indent before each line.
  ///
  /// - Parameters:
  ///   - first: text before the first line instead of the indent, of the same width.
  ///   - role: the style of text that is not highlighted.
  ///   - limit: maximum number of lines; a longer text ends in "…". `nil` for no limit.
  package func lines(
    _ style: TextStyle, indent: String = "", first: String? = nil, role: TextStyle.Role? = nil,
    limit: Int? = nil
  ) -> String {
    let room = max(20, style.width - DisplayWidth.of(indent))
    var lines: [[Glyph]] = []
    var line: [Glyph] = []
    var used = 0
    for word in words.flatMap({ Self.pieces($0, room: room) }) {
      let width = Self.width(word)
      if !line.isEmpty, used + 1 + width > room {
        lines.append(line)
        line = []
        used = 0
      }
      if let last = line.last {
        let isMarked = last.isMarked && word[0].isMarked
        line.append(Glyph(scalar: " ", isMarked: isMarked))
        used += 1
      }
      line += word
      used += width
    }
    if !line.isEmpty { lines.append(line) }
    if let limit, lines.count > limit {
      lines = Array(lines.prefix(limit))
      if let last = lines.popLast() { lines.append(Self.ended(last, room: room)) }
    }
    return lines.enumerated().map { index, line in
      (index == 0 ? first ?? indent : indent) + Self.painted(line, style, role)
    }.joined(separator: "\n")
  }

  /// A line shortened to end in "…".
  private static func ended(_ line: [Glyph], room: Int) -> [Glyph] {
    var line = line
    while width(line) > room - 2, let space = line.lastIndex(where: { $0.scalar == " " }) {
      line.removeSubrange(space...)
    }
    while width(line) > room - 2 { line.removeLast() }
    return line + [Glyph(scalar: " ", isMarked: false), Glyph(scalar: "…", isMarked: false)]
  }

  private static func width(_ glyphs: some Sequence<Glyph>) -> Int {
    glyphs.reduce(0) { $0 + DisplayWidth.of($1.scalar) }
  }

  /// The pieces of a word that is wider than a line (a URL, Chinese text).
  private static func pieces(_ word: [Glyph], room: Int) -> [[Glyph]] {
    guard word.count * 2 > room, width(word) > room else { return [word] }
    var pieces: [[Glyph]] = [[]]
    var used = 0
    for glyph in word {
      let width = DisplayWidth.of(glyph.scalar)
      if used + width > room {
        pieces.append([])
        used = 0
      }
      pieces[pieces.count - 1].append(glyph)
      used += width
    }
    return pieces
  }

  private static func painted(
    _ line: [Glyph], _ style: TextStyle, _ role: TextStyle.Role?
  ) -> String {
    var text = ""
    var run = String.UnicodeScalarView()
    var isMarked = false
    func flush() {
      let piece = String(run)
      text +=
        isMarked ? style.paint(piece, .match) : role.map { style.paint(piece, $0) } ?? piece
      run = String.UnicodeScalarView()
    }
    for glyph in line {
      if glyph.isMarked != isMarked {
        flush()
        isMarked = glyph.isMarked
      }
      run.append(glyph.scalar)
    }
    flush()
    return text
  }
}
