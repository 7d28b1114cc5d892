import Foundation

extension UnsafeRawBufferPointer {
  /// The index at which a byte first occurs, from an index on.
  ///
  /// Uses the C library's search, which is a hundred times as fast as that of Swift's collections.
  @inlinable @inline(__always)
  package func first(_ byte: UInt8, from position: Int = 0) -> Int? {
    first(byte, from: position, before: count)
  }

  /// The index at which a byte first occurs between two indices.
  @inlinable @inline(__always)
  package func first(_ byte: UInt8, from position: Int, before end: Int) -> Int? {
    guard let base = baseAddress, position < end,
      let found = memchr(base + position, Int32(byte), end - position)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The index at which some bytes first occur, from an index on.
  @inlinable package func first(_ bytes: StaticString, from position: Int = 0) -> Int? {
    bytes.withUTF8Buffer { first(UnsafeRawBufferPointer($0), from: position, before: count) }
  }

  /// The index at which some bytes first occur between two indices.
  @inlinable package func first(
    _ bytes: UnsafeRawBufferPointer, from position: Int, before end: Int
  ) -> Int? {
    guard let base = baseAddress, let wanted = bytes.baseAddress, bytes.count > 0 else {
      return nil
    }
    let last = bytes.count - 1
    let next = last > 0 ? 1 : 0
    var position = position
    while position + last < end, let at = first(bytes[0], from: position, before: end - last) {
      // Most false matches of the first byte are ruled out by the next, without a call.
      if self[at + next] == bytes[next], memcmp(base + at, wanted, bytes.count) == 0 {
        return at
      }
      position = at + 1
    }
    return nil
  }

  /// Whether the bytes begin with others.
  @inlinable package func begins(with bytes: StaticString) -> Bool {
    guard let base = baseAddress, count >= bytes.utf8CodeUnitCount else { return false }
    return memcmp(base, bytes.utf8Start, bytes.utf8CodeUnitCount) == 0
  }

  /// The number of bytes that satisfy `isCounted`, summed in a way that the compiler can vectorise.
  @inlinable @inline(__always)
  package func count(where isCounted: (UInt8) -> Bool) -> Int {
    var total = 0
    var position = 0
    while position < count {
      let end = Swift.min(position + 255, count)
      var some: UInt8 = 0
      while position < end {
        some &+= isCounted(self[position]) ? 1 : 0
        position += 1
      }
      total += Int(some)
    }
    return total
  }

  /// Whether all bytes are ASCII, checked eight at a time.
  @inlinable package var isASCII: Bool {
    var position = 0
    while position + 8 <= count {
      if loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return false
      }
      position += 8
    }
    while position < count {
      if self[position] >= 0x80 { return false }
      position += 1
    }
    return true
  }
}

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

extension UInt8 {
  /// Whether it is A to Z.
  @inlinable package var isCapital: Bool { (0x41...0x5A).contains(self) }
  /// Whether it is A to Z or a to z.
  @inlinable package var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  /// Whether it is 0 to 9.
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether it is ASCII white space.
  @inlinable package var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// Whether it is a letter, digit or underscore, or part of a non-ASCII character.
  @inlinable package var isWordByte: Bool {
    isDigit || self == 0x5F || self >= 0x80 || (0x41...0x5A).contains(self & 0xDF)
  }
}
