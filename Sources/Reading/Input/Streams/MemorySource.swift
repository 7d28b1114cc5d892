/// Bytes in memory.
package struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  /// Creates a source of the bytes of an array.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes[position..<position + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
    position += count
    return count
  }
}
