/// Reads numbers from bytes of the index file; every method returns `nil` at the end.
package struct ByteReader {
  private let bytes: [UInt8]
  /// The offset of the next byte.
  package private(set) var offset = 0

  /// Reads from the first byte.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether all bytes were read.
  package var isAtEnd: Bool { offset >= bytes.count }

  /// The next byte.
  package mutating func byte() -> UInt8? {
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A little-endian integer of four bytes.
  package mutating func fixed32() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    return (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }

  /// An integer in groups of seven bits, the lowest first.
  package mutating func variable() -> UInt32? {
    VariableByte.read { byte() }
  }

  /// The next `count` bytes.
  package mutating func slice(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, offset + count <= bytes.count else { return nil }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}
