/// Converts byte offsets of a text to scalar offsets, in one pass over non-decreasing offsets.
package struct ScalarCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var scalar = 0

  /// Begins at the start of a text.
  ///
  /// - Parameter bytes: the text, which must stay in place as long as the counter is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The scalar offset for a byte offset, which must not be before the last one.
  package mutating func scalar(at target: Int) -> Int {
    var count = 0
    // Every byte except a continuation byte begins a scalar.
    for index in byte..<max(byte, min(target, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    byte = max(byte, target)
    scalar += count
    return scalar
  }

  /// The range of scalars for a range of bytes, which must not begin before the last one ended.
  package mutating func scalars(_ range: Range<Int>) -> Range<Int> {
    let start = scalar(at: range.lowerBound)
    return start..<max(start, scalar(at: range.upperBound))
  }
}
