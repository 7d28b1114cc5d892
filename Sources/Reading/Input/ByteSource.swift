import Foundation

/// A source of bytes that can be read once, from beginning to end.
package protocol ByteSource {
  /// Fills as much of a buffer as possible, and returns the number of bytes; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

/// The bytes of an open file.
package struct FileSource: ByteSource {
  let descriptor: Int32
  private let meter: ReadingMeter?

  /// Reads from a descriptor that the caller opened and will close.
  package init(descriptor: Int32, meter: ReadingMeter? = nil) {
    self.descriptor = descriptor
    self.meter = meter
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        meter?.add(count)
        return count
      }
      if errno != EINTR { throw .lastSystemError("read") }
    }
  }
}

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

extension ReadError {
  /// The error that the last system call left in `errno`.
  static func lastSystemError(_ call: String) -> ReadError {
    .system(call: call, message: String(cString: strerror(errno)))
  }
}
