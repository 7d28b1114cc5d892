import Literature

/// Recognises strategies from other platforms by features that only they have.
struct SyntaxRecognition {
  private let text: String

  /// The platform of a strategy; `nil` if it could also be a peerlit query.
  static func syntax(of text: String) -> QuerySyntax? {
    mayBeStrategy(text) ? SyntaxRecognition(text).syntax : nil
  }

  /// Whether a text has a digit, a punctuation mark that strategies use, or a field in capitals.
  ///
  /// Most queries have none of these and need no closer look.
  private static func mayBeStrategy(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      // Digits and the marks " $ ( * . / : = [ in the order of their codes.
      case 0x30...0x39, 0x22, 0x24, 0x28, 0x2A, 0x2E, 0x2F, 0x3A, 0x3D, 0x5B: return true
      // The first letter of a typographic quotation mark or of a special space.
      case 0x80...: return true
      // TI, AB, SU, SO and AU before a word, and adj between two.
      case UInt8(ascii: "I") where previous == UInt8(ascii: "T"),
        UInt8(ascii: "B") where previous == UInt8(ascii: "A"),
        UInt8(ascii: "U") where previous == UInt8(ascii: "S"),
        UInt8(ascii: "O") where previous == UInt8(ascii: "S"),
        UInt8(ascii: "U") where previous == UInt8(ascii: "A"),
        UInt8(ascii: "d") where previous == UInt8(ascii: "a"),
        UInt8(ascii: "D") where previous == UInt8(ascii: "A"):
        return true
      default: previous = byte
      }
    }
    return false
  }

  private init(_ text: String) {
    self.text = text
  }

  // Substrings are searched first: nearly all queries have none, and patterns are slow.
  private var syntax: QuerySyntax? {
    if has("["), isPubMed { return .pubmed }
    if isScopus { return .scopus }
    if isWOS { return .wos }
    if isOvid { return .ovid }
    return isEBSCO ? .ebsco : platformOfSettings
  }

  /// Whether the text contains a part, which is much faster to find than a pattern.
  func has(_ part: StaticString) -> Bool { text.holds(part) }

  /// The text with straight quotation marks and plain spaces.
  var normal: String { String(scalars: StrategyText.scalars(text)) }
}
