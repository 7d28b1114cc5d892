/// A block of converted bytes, which is passed on in parts.
struct ConvertedBytes {
  private var bytes: [UInt8] = []
  private var given = 0

  /// Whether all of them were passed on.
  var isEmpty: Bool { given == bytes.count }

  /// Puts another block in place of this one.
  mutating func replace(by new: [UInt8]) {
    bytes = new
    given = 0
  }

  /// Fills as much of a buffer as possible, and returns the number of bytes.
  mutating func give(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - given)
    bytes[given..<given + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
    given += count
    return count
  }
}
