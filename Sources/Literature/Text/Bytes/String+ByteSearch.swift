extension String {
  /// Calls `body` with the string's UTF-8.
  @inlinable package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Whether a text of ASCII characters occurs in the string.
  ///
  /// Compares bytes, which for ASCII is the same as comparing characters.
  @inlinable package func holds(_ ascii: StaticString) -> Bool {
    withBytes { $0.first(ascii) != nil }
  }

  /// Whether a byte occurs in the string's UTF-8.
  @inlinable package func holds(_ byte: UInt8) -> Bool {
    withBytes { $0.first(byte) != nil }
  }

  /// The first run of one to eight digits that follows a mark, "8" in "PMID: 8" after "PMID".
  ///
  /// - Parameters:
  ///   - isSpaced: a colon and a space may come between them.
  ///   - isWhole: the digits must end before anything but a letter, a digit or an underscore.
  @inlinable package func digits(
    after mark: StaticString, isSpaced: Bool = false, isWhole: Bool = false
  ) -> String? {
    withBytes { bytes in
      var from = 0
      while let found = bytes.first(mark, from: from) {
        var start = found + mark.utf8CodeUnitCount
        from = found + 1
        if isSpaced, start < bytes.count, bytes[start] == 0x3A { start += 1 }
        if isSpaced, start < bytes.count, bytes[start] == 0x20 { start += 1 }
        var end = start
        while end < bytes.count, end < start + 8, bytes[end].isDigit { end += 1 }
        if end == start { continue }
        if isWhole, end < bytes.count, bytes[end].isWordByte { continue }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      return nil
    }
  }
}
