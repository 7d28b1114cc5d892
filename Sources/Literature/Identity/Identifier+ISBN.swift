extension Identifier {
  /// The identifiers that a document with this name may have: ``readings(of:)``, and both forms of
  /// an ISBN.
  ///
  /// Unlike there, digits may be an ISBN even if its check digit is wrong, because records have
  /// such ISBNs.
  package static func candidates(of text: String) -> [Identifier] {
    var found = readings(of: text)
    let name = text.trimmed
    if found.isEmpty, name.utf8.count == 10 || name.utf8.count == 13,
      name.dropLast().allSatisfy(\.isASCIIDigit), let isbn = Identifier(.isbn, parsing: name)
    {
      found.append(isbn)
    }
    return found + found.compactMap(\.otherISBN)
  }

  /// Whether a text is an ISBN of ten digits without hyphens whose check digit is right.
  static func isISBN10(_ text: String) -> Bool {
    text.utf8.count == 10 && lastOfTen(text.prefix(9)) == text.suffix(1).uppercased()
  }

  /// The digits that both forms of an ISBN have, without prefix and check digit; `nil` for another
  /// identifier.
  var isbnDigits: String? {
    guard scheme == .isbn else { return nil }
    let digits = value.hasPrefix("978") && value.utf8.count == 13 ? value.dropFirst(3) : value[...]
    return String(digits.dropLast())
  }

  /// The ISBN of ten digits for one of thirteen, and the opposite; `nil` if there is none, or if
  /// the check digit is wrong.
  private var otherISBN: Identifier? {
    guard scheme == .isbn else { return nil }
    if Self.isISBN10(value) {
      let digits = "978" + value.prefix(9)
      return Self.lastOfThirteen(digits[...]).map { Identifier(.isbn, digits + $0) }
    }
    guard value.hasPrefix("978"), Self.lastOfThirteen(value.dropLast()) == String(value.suffix(1))
    else { return nil }
    let digits = value.dropFirst(3).dropLast()
    return Self.lastOfTen(digits).map { Identifier(.isbn, String(digits) + $0) }
  }

  /// The check digit after nine digits (ISO 2108); `nil` for other text.
  private static func lastOfTen(_ digits: Substring) -> String? {
    guard digits.utf8.count == 9, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let sum = zip(digits.utf8, 2...10).reduce(0) { sum, pair in
      sum + Int(pair.0 - 0x30) * (12 - pair.1)
    }
    let last = (11 - sum % 11) % 11
    return last == 10 ? "X" : String(last)
  }

  /// The check digit after twelve digits; `nil` for other text.
  private static func lastOfThirteen(_ digits: Substring) -> String? {
    guard digits.utf8.count == 12, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let sum = digits.utf8.enumerated().reduce(0) { sum, digit in
      sum + Int(digit.element - 0x30) * (digit.offset % 2 == 0 ? 1 : 3)
    }
    return String((10 - sum % 10) % 10)
  }
}
