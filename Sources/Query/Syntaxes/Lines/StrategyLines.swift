import Literature

/// Splits a pasted strategy into lines: line numbers and hit counts are removed, and wrapped lines
/// are joined.
struct StrategyLines {
  /// No strategy has more lines.
  static let mostLines = 2000

  /// A line of a strategy.
  struct Line: Equatable {
    /// Its number; its position if lines have no numbers.
    var number: Int
    /// Its range in the pasted text, in scalars, without number and count.
    var range: Range<Int>
    /// Notes on its count of hits and on how it was put together, one sentence each.
    var notes: [String] = []
  }

  /// The text before anything in it was replaced.
  let pasted: [Unicode.Scalar]
  /// The text, with spaces in place of remarks inside lines.
  var text: [Unicode.Scalar]
  let syntax: QuerySyntax
  /// The lines, in the order of their numbers.
  var lines: [Line] = []
  /// Text around the lines that is not part of the strategy.
  var skipped: [String] = []
  /// The second line with a number, its offset, and whether the numbers start again there.
  var repeated: (number: Int, position: Int, startsAgain: Bool)?
  /// The first line that is on the same line as the one before it, and its offset.
  private(set) var joined: (number: Int, position: Int)?
  /// The caption of a second database between lines without numbers, and its offset.
  var secondDatabase: (name: String, position: Int)?
  /// Sentences on the hit counts that were removed.
  var counted: [String] = []
  /// The first line with a letter, a Roman numeral or a divided number (`1a`, `1.1`) as its number,
  /// and its offset.
  private(set) var lettered: (label: String, position: Int)?

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - text: from ``StrategyText``.
  ///   - syntax: the language of the lines.
  ///   - isStrategy: whether lines without numbers are separate lines, not one query.
  ///
  /// Past the reading deadline, some lines may be missing.
  init(_ text: [Unicode.Scalar], syntax: QuerySyntax, isStrategy: Bool) {
    let (searches, remarks) = PastedTable.withoutRemarks(text)
    let text = StrategyText.joiningDividedWords(
      PastedTable.tabbed(searches), hasHyphens: syntax != .peerlit)
    pasted = text
    self.text = text
    self.syntax = syntax
    let physical = text.indices.split {
      text[$0] == "\n" || text[$0] == "\r"
    }.map { trimmed($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty && !isRule($0) }
    lettered = firstSubnumbered(physical)
    lines = numbered(physical)
    let hasNumbers = !lines.isEmpty
    if hasNumbers {
      removeLeadingCounts()
    } else {
      lettered = lettered ?? firstLettered(physical)
      lines = unnumbered(physical, isStrategy: isStrategy)
      noteNumberOfLine()
    }
    joined = firstJoined()
    skipped += remarks
    removeLabels(hasLines: hasNumbers || lines.count > 1)
    removeCounts(hasLines: hasNumbers || lines.count > 1)
    let combination = LabelCombination(labels: skipped)
    for index in lines.indices {
      let search = string(lines[index].range)
      lines[index].notes += [LoneOperators.note(search, syntax), combination.note(search)]
        .compactMap(\.self)
    }
    lines.sort { $0.number < $1.number }
  }

  func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }

  /// Replaces a part of the text by spaces.
  mutating func blank(_ range: Range<Int>) {
    for index in range { text[index] = " " }
  }

  /// A range without the spaces, bars and bullets at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isSpace = { (index: Int) in
      QueryCharacters.isSeparator(text[index]) || text[index] == "|" || Self.isBullet(text[index])
    }
    guard let first = range.first(where: { !isSpace($0) }),
      let last = range.last(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// Whether a scalar is a bullet or a checkbox, also one of a symbol font.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII
      && (bullets.contains(scalar) || (0xF000...0xF0FF).contains(scalar.value))
  }

  private static let bullets = Set("□☐☑☒■▪▫●•○◦‣⁃✓✔✗✘►▶▸▹❑❏❍❒◻◼◆◇".unicodeScalars)

  /// Whether a line only separates parts of the text: `-----`, `*****`.
  private func isRule(_ range: Range<Int>) -> Bool {
    range.count > 2 && text[range].allSatisfy { "-=*_~. \t".unicodeScalars.contains($0) }
  }
}
