extension Character {
  /// Whether it is one of 0 to 9.
  package var isASCIIDigit: Bool { asciiValue?.isDigit ?? false }
}
