extension StringProtocol {
  /// The text on one line: white space collapsed.
  package var oneLine: String {
    isOnOneLine ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with line breaks as spaces; other white space stays.
  var unbroken: String {
    hasLineBreak ? String(map { $0.isNewline ? " " : $0 }).trimmed : trimmed
  }

  /// Whether the text has no other white space than single spaces between words.
  ///
  /// Nearly all texts are of this kind. Dividing them into characters, which may consist of several
  /// scalars, takes most of the time of an export.
  private var isOnOneLine: Bool {
    var isAfterSpace = true
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20 where isAfterSpace: return false
      case 0x20: isAfterSpace = true
      case ..<0x20: return false
      case ..<0x80: isAfterSpace = false
      default:
        if scalar.properties.isWhitespace || isAfterSpace && Self.mayJoin(scalar) { return false }
        isAfterSpace = false
      }
    }
    return !isAfterSpace
  }

  /// Whether a scalar may be part of the same character as a space before it; false for letters of
  /// Latin, Greek and Cyrillic, and for common signs.
  private static func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x370..<0x483, 0x2010..<0x2028, 0x2190..<0x2300: false
    default: true
    }
  }

  /// Whether the text has a line break.
  var hasLineBreak: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }
  }
}
