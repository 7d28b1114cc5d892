/// Text of a strategy, with what typing and copying changed put right.
///
/// Every scalar is replaced by one scalar, so that positions stay those of the text as pasted.
enum StrategyText {
  /// The scalars of a text.
  static func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "“", "”", "„", "‟", "«", "»", "＂", "″": "\""
      case "‘", "’", "‚", "‛", "′": "'"
      case "‐", "‑", "‒", "–", "—", "―", "−": "-"
      case "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{2002}"..."\u{200A}", "\u{202F}", "\u{3000}": " "
      case "（": "("
      case "）": ")"
      default: scalar
      }
    }
  }
}
