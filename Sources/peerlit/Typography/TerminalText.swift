import JSON
import Literature

/// Makes text safe to show on a terminal.
///
/// File names and titles can contain escape sequences that control the terminal, line breaks that
/// fake lines of output, and bidirectional controls that reorder the following text.
package enum TerminalText {
  /// The text with control characters and bidirectional controls as escapes: `\n`, `\x1B`,
  /// `\u{202E}`.
  ///
  /// - Parameter keepsLines: keep line feeds.
  package static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    // Nearly all text needs no escapes.
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepsLines: escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      case _ where isUnsafe(scalar):
        let digits = scalar.value.zeroPadded(to: 2, radix: 16, uppercase: true)
        escaped += scalar.value < 0x100 ? "\\x\(digits)" : "\\u{\(digits)}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Output for a terminal: the text with the same escapes, except for ends of lines, tabs, and the
  /// codes of colours that ``TextStyle`` writes.
  ///
  /// Formats for other programs, such as CSV and RIS, contain the characters of records as they
  /// are.
  /// - Parameter hasColor: whether codes of colours are kept.
  package static func output(_ text: String, hasColor: Bool) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) && $0 != "\n" }) else { return text }
    var output = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let next = rest.dropFirst()
      if !isUnsafe(scalar) || scalar == "\n" || scalar == "\t"
        || scalar == "\r" && next.first == "\n"
      {
        output.unicodeScalars.append(scalar)
        rest = next
      } else if hasColor,
        let code = TextStyle.codes.first(where: { rest.starts(with: $0.unicodeScalars) })
      {
        output += code
        rest = rest.dropFirst(code.unicodeScalars.count)
      } else {
        output += escaped(String(Character(scalar)))
        rest = next
      }
    }
    return output
  }

  /// Whether a character controls the terminal or the direction of text.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || UnsafeCharacter.contains(scalar.value)
  }
}
