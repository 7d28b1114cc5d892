import Literature

/// Writes superscripts and reference numbers as plain text.
///
/// Without markup, a superscript would run into the word before it: "10<sup>8</sup>" would become
/// 108, and the number of a reference would become part of a word.
enum Superscript {
  /// Letters after which a superscript number belongs to a unit or a statistic, as in "kg/m2",
  /// "R2".
  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "nm", "um", "ft", "s", "R", "r", "x", "X", "T", "t", "F", "I", "n",
  ]

  /// Adds a separator between an element's text and the text before it: "^" between a number and
  /// its exponent, a space between a word and the number of a reference.
  static func separate(_ element: XMLElement, from bytes: inout [UInt8]) {
    guard let last = bytes.last, last > 0x20 else { return }
    let isRaised = element.isNamed("sup") || element.attribute("face") == "superscript"
    guard isRaised || element.isNamed("xref") else { return }
    guard let text = element.shortText, let first = text.first else { return }
    if isRaised, last.isDigit {
      if isInteger(text) { bytes.append(UInt8(ascii: "^")) }
      return
    }
    guard first.isASCIIDigit, text.allSatisfy({ $0.isASCIIDigit || ",-–—; ".contains($0) }),
      endsWord(bytes, isRaised: isRaised)
    else { return }
    bytes.append(0x20)
  }

  /// Whether a text is an integer, with or without a sign: "8", "-3", "−12".
  private static func isInteger(_ text: String) -> Bool {
    let digits = text.first.map { "+-–−".contains($0) } == true ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }

  /// Whether the text so far ends with a word, a bracket or a full stop, and not with a unit.
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
