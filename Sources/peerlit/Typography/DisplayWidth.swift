/// The number of terminal columns that text occupies.
///
/// Based on Markus Kuhn's wcwidth (2007) with the emoji blocks: East Asian wide characters take two
/// columns, combining and invisible ones none.
package enum DisplayWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The number of columns that a text takes on a terminal.
  package static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// A text with spaces after it, or before it, up to a width.
  ///
  /// - Parameter isRight: whether the text is aligned to the right.
  package static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return isRight ? spaces + text : text + spaces
  }

  /// A text truncated to a width, ending in "…" if it was longer.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var cut = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += of(scalar)
      if used > width { break }
      cut.append(scalar)
    }
    return String(cut) + "…"
  }
}
