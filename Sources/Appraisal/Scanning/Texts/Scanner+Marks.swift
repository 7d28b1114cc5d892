/// The classes of bytes, and marks outside ASCII.
extension Scanner {
  // The kinds of bytes that form words; 0 for all others.
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2

  /// The kind of each byte.
  static let kinds: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    // Lead and trail bytes of other scripts; the blocks of punctuation are distinguished below.
    case 0x80...0xFF: letter
    default: 0
    }
  }

  /// The effect of each ASCII mark between two words.
  static let gaps: [UInt16] = (0...255).map { byte in
    let gap: ScannedWord.Gap =
      switch UInt8(byte) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): .space
      case UInt8(ascii: "\n"): .newline
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
      case UInt8(ascii: "."): .period
      case UInt8(ascii: "?"), UInt8(ascii: "!"): .question
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: ";"), UInt8(ascii: "|"): .semicolon
      case UInt8(ascii: "-"): .hyphen
      case UInt8(ascii: "="): .equals
      case UInt8(ascii: "/"): .slash
      case UInt8(ascii: "@"): .at
      case UInt8(ascii: "%"): .percent
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "_"): []
      default: .sign
      }
    return gap.rawValue
  }

  /// A non-ASCII mark: its length in bytes and its effect between words.
  @inline(__always)
  static func punctuation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (Int, ScannedWord.Gap)? {
    switch bytes[at] {
    case 0xE2:  // U+2000 to U+2FFF: spaces, dashes, quotation marks, signs
      guard at + 2 < bytes.count else { return (bytes.count - at, .sign) }
      guard bytes[at + 1] == 0x80 else { return (3, .sign) }
      switch bytes[at + 2] {
      case 0x80...0x8F, 0xAF: return (3, .space)
      case 0x90...0x92: return (3, .hyphen)
      case 0x93...0x95: return (3, [.hyphen, .sign])
      case 0x98...0x9F, 0xB2, 0xB3: return (3, [])
      case 0xA6: return (3, .period)
      case 0xA8, 0xA9: return (3, .newline)
      default: return (3, .sign)
      }
    case 0xC2:  // U+0080 to U+00BF
      guard at + 1 < bytes.count else { return (1, .sign) }
      return (2, bytes[at + 1] == 0xA0 ? .space : bytes[at + 1] == 0xAD ? [] : .sign)
    case 0xC3:
      guard at + 1 < bytes.count, bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7 else { return nil }
      return (2, .sign)
    case 0xE3:  // U+3000 to U+303F
      guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return nil }
      return (3, bytes[at + 2] == 0x80 ? .space : bytes[at + 2] == 0x82 ? .period : .sign)
    default: return nil
    }
  }
}
