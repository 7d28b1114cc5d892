/// A text as a part of a line: line breaks, tabs and backslashes are written as `\n`, `\r`, `\t`
/// and `\\`.
enum EscapedLine {
  // Scalars are examined one by one, because a character could combine an escape with the following
  // scalar.
  static func escape(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text of UTF-8 that ``escape(_:)`` has written.
  static func unescape(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "n": result.append("\n")
        case "r": result.append("\r")
        case "t": result.append("\t")
        default: result.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// A value whose line breaks become spaces.
  ///
  /// Bytes are examined first, because very few values have a line break.
  static func oneLine(_ value: String) -> String {
    let hasBreak = value.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    return hasBreak ? value.replacing(/\R/, with: " ") : value
  }
}
