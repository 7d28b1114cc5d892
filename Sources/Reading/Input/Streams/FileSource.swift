import Foundation

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
