import Foundation

extension String {
  /// Whether a text of ASCII characters stands in the string.
  ///
  /// Compares bytes with the C library, which is a hundred times faster than a comparison of
  /// characters, and means the same for ASCII.
  func holds(_ ascii: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      ascii.withUTF8Buffer { wanted in
        guard let base = bytes.baseAddress, let first = wanted.first,
          let text = wanted.baseAddress
        else { return false }
        var from = 0
        while from + wanted.count <= bytes.count,
          let found = memchr(base + from, Int32(first), bytes.count - from)
        {
          let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          guard at + wanted.count <= bytes.count else { return false }
          if memcmp(base + at, text, wanted.count) == 0 { return true }
          from = at + 1
        }
        return false
      }
    }
  }

  /// Whether a byte stands in the string's UTF-8.
  func holds(_ byte: UInt8) -> Bool {
    utf8.contains(byte)
  }
}
