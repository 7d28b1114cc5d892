import Literature

/// A list of Ovid's fields as a mark in a text: `.ti,ab.` after a term.
///
/// ``StrategyLexer`` reads the fields of a search, and ``OvidFieldList`` finds lists with a slip.
struct OvidFieldMark {
  /// The sign after the codes.
  enum End {
    case point
    /// The list continues, perhaps on the next line.
    case comma
    case nothing
  }

  /// The codes as typed, which may be unknown.
  let codes: [Substring]
  let end: End
  /// Its place in the text, from the point before it to the sign after it.
  let range: Range<String.Index>

  /// The marks in a text, in order.
  static func all(in text: Substring) -> [OvidFieldMark] {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return [] }
    return text.matches(of: Self.pattern).map { OvidFieldMark($0) }
  }

  /// The mark at the beginning of a text.
  static func atStart(of text: Substring) -> OvidFieldMark? {
    text.prefixMatch(of: Self.pattern).map { OvidFieldMark($0) }
  }

  /// The mark at the end of a text; only the last characters are examined.
  static func atEnd(of text: Substring) -> OvidFieldMark? {
    guard let last = all(in: text.suffix(longest)).last, last.range.upperBound == text.endIndex
    else { return nil }
    return last
  }

  private init(_ match: Regex<(Substring, Substring, Substring)>.Match) {
    codes = match.output.1.split { $0 == "," || $0.isWhitespace }
    end =
      switch match.output.2 {
      case ".": .point
      case ",": .comma
      default: .nothing
      }
    range = match.range
  }

  /// Whether the codes are in lower case, as in nearly all strategies.
  var isInLowerCase: Bool { codes.allSatisfy { $0 == $0.lowercased() } }

  /// Whether a word in lower case is before the codes, or the end of a group, a phrase or a
  /// truncated word: in `peer.TI.`, the capitals are a field; in `St.AB.`, they may not be.
  func isAfterLowerCase(in text: Substring) -> Bool {
    let before = text[..<range.lowerBound]
    guard let last = before.last else { return false }
    if ")\"*$".contains(last) { return true }
    let word = before.reversed().prefix(40).prefix { $0.isLetter || $0 == "-" }
    return word.count > 2 && word.allSatisfy { $0.isLowercase || $0 == "-" }
  }

  /// Whether a space, a parenthesis or nothing follows in the text.
  func isAtBoundary(in text: Substring) -> Bool {
    text[range.upperBound...].first.map { $0.isWhitespace || $0 == ")" } ?? true
  }

  /// Longer than any list of fields.
  private static let longest = 120

  private static let pattern =
    SharedRegex(#/\.([A-Za-z]{2}(?:,\s?[A-Za-z]{2})*)(?![A-Za-z0-9_])([.,]?)/#)
}
