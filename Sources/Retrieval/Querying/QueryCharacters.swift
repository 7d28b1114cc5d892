/// The characters that mean something to the query language.
enum QueryCharacters {
  /// Whether a character parts words: white space, control characters (NUL among them) and the
  /// invisible marks that pasted text carries.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// Whether a character is a double quotation mark, straight or typographic.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»", "＂": true
    default: false
    }
  }

  /// Whether a character ends a word.
  static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || isQuote(scalar) || scalar == "(" || scalar == ")"
  }

  /// Whether a character can be found: letters, marks, digits, emoji.
  static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol, .privateUse:
      true
    default: false
    }
  }

  /// A word without what stands before its first and after its last searchable character; `nil`
  /// when nothing in it can be found.
  ///
  /// A `+` at the end stays, since it is part of names (C++).
  static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    guard let first = scalars.firstIndex(where: isSearchable),
      let last = scalars.lastIndex(where: { isSearchable($0) || $0 == "+" })
    else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[first...max(first, last)])
    return String(word)
  }

  /// The words of a text that is taken as plain words, all else left out.
  ///
  /// - Parameter boundary: what ends a word.
  static func words(
    _ scalars: ArraySlice<Unicode.Scalar>, boundary: (Unicode.Scalar) -> Bool = isBoundary
  ) -> [String] {
    scalars.split(whereSeparator: boundary).compactMap(word)
  }
}
