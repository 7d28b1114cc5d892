import Literature

/// Normalises the text of a strategy, such as curly quotation marks from copying.
///
/// Each scalar is replaced by exactly one scalar, so that offsets are those of the pasted text.
enum StrategyText {
  /// The scalars of a text.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "“", "”", "„", "‟", "«", "»", "＂", "″": "\""
      case "‘", "’", "‚", "‛", "′": "'"
      case "‐", "‑", "‒", "–", "—", "―", "−": "-"
      case "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{2002}"..."\u{200A}", "\u{202F}", "\u{3000}": " "
      case _ where QueryCharacters.isOtherAsterisk(scalar): "*"
      case "（": "("
      case "）": ")"
      default: scalar
      }
    }
  }

  /// A part of a text on one line: with spaces in place of line breaks.
  static func withoutBreaks(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    part.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
  }

  // MARK: Divided words

  /// Whether a scalar inside a word is not shown: a soft hyphen, or a mark that forbids a break.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar == softHyphen || scalar == "\u{2060}"
  }

  private static let softHyphen: Unicode.Scalar = "\u{AD}"

  /// A text in which soft hyphens replace the breaks inside words that are divided between lines.
  ///
  /// - Parameter hasHyphens: whether a hyphen between two letters may divide a word as well.
  static func joiningDividedWords(
    _ text: [Unicode.Scalar], hasHyphens: Bool
  ) -> [Unicode.Scalar] {
    var joined = text
    var index = 0
    while let hyphen = text[index...].firstIndex(where: {
      $0 == softHyphen || hasHyphens && $0 == "-"
    }) {
      index = hyphen + 1
      guard let next = text[index...].firstIndex(where: { !QueryCharacters.isSeparator($0) }),
        text[index..<next].contains(where: { $0 == "\n" || $0 == "\r" }),
        text[hyphen] == softHyphen || isDivided(text, at: hyphen, next)
      else { continue }
      for place in index..<next { joined[place] = softHyphen }
      index = next
    }
    return joined
  }

  /// Whether letters are on both sides of a hyphen at the end of a line, and no operator follows.
  private static func isDivided(_ text: [Unicode.Scalar], at hyphen: Int, _ next: Int) -> Bool {
    guard hyphen > 0, text[hyphen - 1].properties.isAlphabetic, text[next].properties.isLowercase
    else { return false }
    let word = text[next..<min(next + 6, text.count)].prefix { $0.properties.isAlphabetic }
    let typed = String(scalars: word)
    return typed != "to" && !StrategyOperators.isOperator(typed)
  }

  /// Whether a hyphen divides a word between two lines.
  static func isDivision(_ text: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    text[index] == "-" && index + 1 < text.endIndex && text[index + 1] == softHyphen
  }

  /// The words of a part of a text that are divided by a hyphen between two lines.
  static func dividedWords(in part: ArraySlice<Unicode.Scalar>) -> [String] {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || isInvisible(scalar)
    }
    return part.indices.filter { isDivision(part, at: $0) }.map { hyphen in
      let before = Array(part[..<hyphen].reversed().prefix(while: isPart).reversed())
      let after = Array(part[(hyphen + 1)...].prefix(while: isPart))
      return String(scalars: (before + ["-"] + after).filter { !isInvisible($0) })
    }
  }
}
