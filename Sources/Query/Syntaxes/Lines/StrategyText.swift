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
}
