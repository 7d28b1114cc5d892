/// A source of bytes that can be read once, from beginning to end.
package protocol ByteSource {
  /// Fills as much of a buffer as possible, and returns the number of bytes; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}
