import Literature

/// Character classes of the query language.
enum QueryCharacters {
  /// Whether a character separates words: white space, control characters (including NUL) and the
  /// invisible marks that pasted text contains.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all queries are ASCII, which needs no table lookup.
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// Whether a scalar is an asterisk other than that of keyboards, as in texts copied from a PDF.
  static func isOtherAsterisk(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "∗", "＊", "⁎": true
    default: false
    }
  }

  /// Whether a character is a double quotation mark, straight or typographic.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "\"" }
    switch scalar {
    case "“", "”", "„", "‟", "«", "»", "＂": return true
    default: return false
    }
  }

  /// Whether a character ends a word.
  static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || isQuote(scalar) || scalar == "(" || scalar == ")"
  }

  /// Whether a character can be a wildcard; elsewhere it is punctuation.
  static func isWildcard(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar == "?" || scalar == "#"
  }

  /// Whether a character is one of A to Z in either case.
  static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) && scalar.isASCII
  }

  /// Whether a character is one of 0 to 9.
  static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Whether a character is searchable: letters, marks, digits, emoji.
  static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIILetter(scalar) || isASCIIDigit(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol, .privateUse:
      return true
    default: return false
    }
  }

  /// Whether a mark between two characters is a part of the word, as it is in the words of texts
  /// (UAX #29): “2.5”, “10,000”, “i.v.”, “a_b”.
  ///
  /// A full stop after which a space is missing (“support.The”) is not.
  static func isJoint(_ text: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    guard index > text.startIndex, index + 1 < text.endIndex else { return false }
    let (before, after) = (text[index - 1], text[index + 1])
    let areDigits = isDecimal(before) && isDecimal(after)
    switch text[index] {
    case ".":
      return areDigits
        || before.properties.isAlphabetic && after.properties.isAlphabetic
          && !lacksSpace(text, at: index)
    case ",", ";": return areDigits
    case "_": return isSearchable(before) && isSearchable(after)
    default: return false
    }
  }

  private static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
    isASCIIDigit(scalar)
      || !scalar.isASCII && scalar.properties.generalCategory == .decimalNumber
  }

  /// Whether two lower-case letters precede a full stop, and a capital and a lower-case letter
  /// follow it.
  private static func lacksSpace(_ text: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    guard index - text.startIndex > 1, index + 2 < text.endIndex else { return false }
    return text[index - 2].properties.isLowercase && text[index - 1].properties.isLowercase
      && text[index + 1].properties.isUppercase && text[index + 2].properties.isLowercase
  }

  /// A word without the characters before its first and after its last searchable one; `nil` if it
  /// has none.
  ///
  /// A trailing `+` is kept, because it is part of names (C++).
  static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    guard let first = scalars.firstIndex(where: isSearchable),
      let last = scalars.lastIndex(where: { isSearchable($0) || $0 == "+" })
    else { return nil }
    return String(scalars: scalars[first...max(first, last)])
  }

  /// The words of a text treated as plain words.
  ///
  /// - Parameter boundary: what ends a word.
  static func words(
    _ scalars: ArraySlice<Unicode.Scalar>, boundary: (Unicode.Scalar) -> Bool = isBoundary
  ) -> [String] {
    scalars.split(whereSeparator: boundary).compactMap(word)
  }

  /// The words of a text, in which all marks but those inside words separate them.
  static func literalWords(_ text: ArraySlice<Unicode.Scalar>) -> [String] {
    // Without the type, the slices would be of an array of the indices, which begins at 0.
    let ranges: [Range<Int>] = text.indices.split {
      !isSearchable(text[$0]) && text[$0] != "'" && !isJoint(text, at: $0)
    }
    return ranges.compactMap { word(text[$0]) }
  }
}
