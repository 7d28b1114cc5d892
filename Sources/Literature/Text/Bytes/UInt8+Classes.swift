extension UInt8 {
  /// Whether the byte is A to Z.
  @inlinable package var isCapital: Bool { (0x41...0x5A).contains(self) }
  /// Whether the byte is A to Z or a to z.
  @inlinable package var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  /// Whether the byte is 0 to 9.
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte is ASCII white space.
  @inlinable package var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// Whether the byte is a letter, digit or underscore, or part of a non-ASCII character.
  @inlinable package var isWordByte: Bool {
    isDigit || isLetter || self == 0x5F || self >= 0x80
  }
}
