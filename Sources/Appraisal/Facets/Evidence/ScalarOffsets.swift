import Literature

/// Scalar offsets for some byte offsets of a text.
///
/// `ScalarCounter` in Literature also counts scalars, but byte by byte and in order. Evidence comes
/// in any order, and its texts can be whole books, so this type sorts the offsets and counts eight
/// bytes at a time.
struct ScalarOffsets {
  /// The byte offsets to convert (sorted once counted), and the number of scalars before each.
  private var wanted: [Int] = []
  private var scalars: [Int] = []

  mutating func want(_ start: Int, _ end: Int) {
    wanted.append(start)
    wanted.append(end)
  }

  /// Counts, in one pass over the text, the bytes that begin a scalar.
  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    wanted.sort()
    scalars.reserveCapacity(wanted.count)
    var found = 0
    var at = 0
    for want in wanted {
      let end = min(want, bytes.count)
      while at + 8 <= end {
        // Continuation bytes begin with the bits 10.
        let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: at, as: UInt64.self)
        let continuing = eight >> 7 & ~(eight >> 6) & 0x0101_0101_0101_0101
        found += 8 - continuing.nonzeroBitCount
        at += 8
      }
      while at < end {
        found += bytes[at] & 0xC0 != 0x80 ? 1 : 0
        at += 1
      }
      scalars.append(found)
    }
  }

  subscript(byte: Int) -> Int {
    let index = wanted.partitioningIndex { $0 >= byte }
    return index < scalars.count ? scalars[index] : 0
  }
}
