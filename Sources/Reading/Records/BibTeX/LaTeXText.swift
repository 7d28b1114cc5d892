import Foundation
import Literature

/// Decodes text with LaTeX accents, symbols and braces, as in bibliographies.
package enum LaTeXText {
  private static let rows = Table(named: "latex.tsv").rows
  private static let accents = table("accent")
  private static let symbols = table("symbol")

  private static func table(_ kind: String) -> [Substring: String] {
    Dictionary(
      rows.filter { $0["kind"] == kind }.map { ($0["command"][...], $0["text"]) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text as printed: with accented letters and symbols, without braces, and with white space
  /// collapsed.
  package static func decode(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var output = ""
    var rest = text[...]
    while true {
      // Most of a text is plain and is copied in one piece.
      let plain = plainPrefix(of: rest.utf8, after: output.utf8.last)
      output += Substring(plain)
      rest = rest[plain.endIndex...]
      guard let first = rest.first else { break }
      rest.removeFirst()
      switch first {
      case "\\": command(&rest, &output)
      case "{", "}", "$": break
      case "~": output.append("\u{A0}")
      case "`" where rest.first == "`": quote(&rest, &output, "“")
      case "'" where rest.first == "'": quote(&rest, &output, "”")
      case "-" where rest.first == "-":
        rest.removeFirst()
        if rest.first == "-" {
          rest.removeFirst()
          output.append("—")
        } else {
          output.append("–")
        }
      case _ where first.isWhitespace && first != "\u{A0}":
        if output.last != " ", !output.isEmpty { output.append(" ") }
      default: output.append(first)
      }
    }
    // Accents are combining marks, U+0300 to U+036F, whose UTF-8 begins with these bytes.
    let isAccented = output.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    return (isAccented ? output.precomposedStringWithCanonicalMapping : output).trimmed
  }

  /// The plain beginning of a text: no special byte, no space after a space.
  private static func plainPrefix(
    of text: Substring.UTF8View, after last: UInt8?
  ) -> Substring.UTF8View {
    var last = last
    return text.prefix { byte in
      if isSpecial(byte) || (byte == 0x20 && (last == 0x20 || last == nil)) { return false }
      last = byte
      return true
    }
  }

  /// Whether a byte may begin something that is not plain text.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x7B, 0x7D, 0x24, 0x7E, 0x60, 0x27, 0x2D, 0x09...0x0D, 0xE2: true
    default: false
    }
  }

  private static func quote(_ rest: inout Substring, _ output: inout String, _ mark: Character) {
    rest.removeFirst()
    output.append(mark)
  }

  /// Reads a command after its backslash.
  private static func command(_ rest: inout Substring, _ output: inout String) {
    guard let first = rest.first else { return }
    guard first.isLetter, first.isASCII else {
      rest.removeFirst()
      if let accent = accents[String(first)[...]] {
        output += letter(&rest) + accent
      } else if first == "\\" || first.isWhitespace {
        output.append(" ")
      } else if !"-/,;!".contains(first) {
        output.append(first)
      }
      return
    }
    let name = rest.prefix { $0.isLetter && $0.isASCII }
    rest = rest.dropFirst(name.count)
    if name.count == 1, let accent = accents[name], isArgument(rest) {
      output += letter(&rest) + accent
    } else if let symbol = symbols[name] ?? letterInText(name) {
      output += symbol
      skipEmptyGroup(&rest)
    } else {
      // A style command: its argument is ordinary text.
      rest = rest.drop { $0 == " " }
    }
  }

  /// The Greek letter of a command for text or upright type: `\textbeta`, `\upbeta`, `\Upomega`.
  private static func letterInText(_ command: Substring) -> String? {
    let prefix = ["text", "up", "Up"].first { command.hasPrefix($0) }
    guard let prefix else { return nil }
    let rest = command.dropFirst(prefix.count)
    let name = prefix == "Up" ? rest.capitalizedFirst[...] : rest
    guard let letter = symbols[name], let scalar = letter.unicodeScalars.first,
      (0x370...0x3FF).contains(scalar.value)
    else { return nil }
    return letter
  }

  private static func isArgument(_ rest: Substring) -> Bool {
    rest.first.map { "{ \\".contains($0) } ?? false
  }

  /// The letter that carries an accent.
  private static func letter(_ rest: inout Substring) -> String {
    rest = rest.drop(while: \.isWhitespace)
    guard let first = rest.first else { return "" }
    if first == "{" {
      let inner = rest.dropFirst().prefix { $0 != "}" }
      rest = rest.dropFirst(inner.count + 1)
      if rest.first == "}" { rest.removeFirst() }
      return plain(inner)
    }
    if first == "\\" {
      let name = rest.dropFirst().prefix { $0.isLetter && $0.isASCII }
      rest = rest.dropFirst(name.count + 1)
      skipEmptyGroup(&rest)
      return plain("\\" + name)
    }
    rest.removeFirst()
    return String(first)
  }

  /// A letter without the dot that an accent replaces.
  private static func plain(_ letter: some StringProtocol) -> String {
    switch letter.trimmed {
    case "\\i", "ı": "i"
    case "\\j", "ȷ": "j"
    case let other: other.hasPrefix("\\") ? symbols[other.dropFirst()] ?? "" : other
    }
  }

  /// Skips the empty group or the space that separates a command from the next word.
  private static func skipEmptyGroup(_ rest: inout Substring) {
    if rest.hasPrefix("{}") {
      rest = rest.dropFirst(2)
    } else if rest.first == " " {
      rest.removeFirst()
    }
  }
}
