/// Superscripts and numbers of references in plain text.
///
/// Without its markup, a superscript runs into the word before it: "10<sup>8</sup>" becomes 108, and
/// the number of a reference becomes a part of a word.
enum Superscript {
  /// Letters after which a raised number is a power of a unit or a statistic, as in "kg/m2", "R2".
  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "nm", "um", "ft", "s", "R", "r", "x", "X", "T", "t", "F", "I", "n",
  ]

  /// Adds what keeps an element's text apart from the text before it: "^" between a number and
  /// its exponent, a space between a word and the number of a reference.
  static func separate(_ element: XMLElement, from bytes: inout [UInt8]) {
    guard let last = bytes.last, last > 0x20 else { return }
    let isRaised = element.isNamed("sup")
    guard isRaised || element.isNamed("xref") else { return }
    let text = element.text()
    guard let first = text.first else { return }
    if isRaised, last.isDigit {
      if isInteger(text) { bytes.append(UInt8(ascii: "^")) }
      return
    }
    guard first.isASCIIDigit, text.allSatisfy({ $0.isASCIIDigit || ",-–—; ".contains($0) }),
      endsWord(bytes, isRaised: isRaised)
    else { return }
    bytes.append(0x20)
  }

  /// Whether a text is an integer, its sign included: "8", "-3", "−12".
  private static func isInteger(_ text: String) -> Bool {
    let digits = text.first.map { "+-–−".contains($0) } == true ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }

  /// Whether the text before ends with a word, a bracket or a full stop, and not with a unit.
  private static func endsWord(_ bytes: [UInt8], isRaised: Bool) -> Bool {
    guard let last = bytes.last else { return false }
    guard last.isLetter else {
      return UnicodeScalar(last) == "." || UnicodeScalar(last) == ")" || last.isDigit
    }
    guard isRaised else { return true }
    let word = bytes.reversed().prefix(while: \.isLetter).reversed()
    return !units.contains(String(decoding: word, as: UTF8.self))
  }
}
