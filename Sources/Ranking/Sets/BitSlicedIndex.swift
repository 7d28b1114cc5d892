/// The values of a column as one bitmap per bit, for range queries.
///
/// A bit-sliced index (O'Neil and Quass, *Improved query performance with variant indexes*, 1997):
/// a range query over a hundred thousand values scans a few bitmaps instead of comparing every
/// value, however many match.
package struct BitSlicedIndex: Sendable {
  /// For each bit, lowest first: the rows whose value has it set.
  private let slices: [[UInt64]]
  /// The rows that have a value.
  private let known: [UInt64]

  /// Builds the index of a column.
  ///
  /// - Parameter unknown: the value that marks a missing number.
  package init(_ values: [UInt32], unknown: UInt32) {
    let wordCount = (values.count + 63) / 64
    var highest: UInt32 = 0
    for value in values where value != unknown { highest = max(highest, value) }
    let bits = UInt32.bitWidth - highest.leadingZeroBitCount
    var slices = [[UInt64]](repeating: [UInt64](repeating: 0, count: wordCount), count: bits)
    var known = [UInt64](repeating: 0, count: wordCount)
    // Built word by word, so that each word of a slice is written once.
    var words = [UInt64](repeating: 0, count: bits)
    for word in 0..<wordCount {
      for bit in words.indices { words[bit] = 0 }
      var some: UInt64 = 0
      for row in word * 64..<min(word * 64 + 64, values.count) {
        guard values[row] != unknown else { continue }
        let mask = UInt64(1) << UInt64(row & 63)
        some |= mask
        var rest = values[row]
        while rest != 0 {
          words[rest.trailingZeroBitCount] |= mask
          rest &= rest - 1
        }
      }
      known[word] = some
      for bit in words.indices { slices[bit][word] = words[bit] }
    }
    self.slices = slices
    self.known = known
  }

  /// The rows without a value, among the first `limit`.
  package func unknown(limit: Int) -> Bitmap {
    var set = Bitmap(limit: limit)
    set.insert(0..<UInt32(clamping: limit))
    set.subtract(Bitmap(words: known))
    return set
  }

  /// The rows whose value lies in a range.
  package func rows(in range: ClosedRange<UInt32>) -> Bitmap {
    let all = slices.count == UInt32.bitWidth ? UInt32.max : 1 << UInt32(slices.count) - 1
    guard range.lowerBound <= all else { return Bitmap(limit: known.count * 64) }
    let (lower, upper) = (range.lowerBound, min(range.upperBound, all))
    // Above the highest bit in which the bounds differ, a value must have the same bits as both.
    let parting = UInt32.bitWidth - (lower ^ upper).leadingZeroBitCount
    var shared = known
    for bit in parting..<slices.count {
      Self.keep(&shared, slices[bit], lower >> UInt32(bit) & 1 == 1)
    }
    guard parting > 0 else { return Bitmap(words: shared) }
    // In that bit, it agrees with the lower bound (0) or the upper bound (1).
    var low = shared
    Self.keep(&low, slices[parting - 1], false)
    var high = shared
    Self.keep(&high, slices[parting - 1], true)
    var result = Bitmap(words: beyond(low, lower, below: parting - 1, isHigher: true))
    result.formUnion(Bitmap(words: beyond(high, upper, below: parting - 1, isHigher: false)))
    return result
  }

  /// The rows whose value, in the bits below `limit`, is at least `value` (if `isHigher`) or at
  /// most `value`.
  private func beyond(
    _ rows: [UInt64], _ value: UInt32, below limit: Int, isHigher: Bool
  ) -> [UInt64] {
    let rest = value & (1 << UInt32(limit) - 1)
    // Every value is at least 0 and at most all ones.
    if rest == (isHigher ? 0 : 1 << UInt32(limit) - 1) { return rows }
    var equal = rows
    var found = [UInt64](repeating: 0, count: rows.count)
    for bit in (0..<limit).reversed() {
      let isSet = value >> UInt32(bit) & 1 == 1
      // It is beyond the value at the first bit where it differs in the right direction.
      if isSet != isHigher { Self.add(&found, equal, slices[bit], !isSet) }
      Self.keep(&equal, slices[bit], isSet)
    }
    for word in found.indices { found[word] |= equal[word] }
    return found
  }

  /// Keeps the rows whose bit equals `isSet`.
  private static func keep(_ rows: inout [UInt64], _ slice: [UInt64], _ isSet: Bool) {
    let flip: UInt64 = isSet ? 0 : ~0
    rows.withUnsafeMutableBufferPointer { rows in
      slice.withUnsafeBufferPointer { slice in
        for word in 0..<min(rows.count, slice.count) { rows[word] &= slice[word] ^ flip }
      }
    }
  }

  /// Adds those of `rows` whose bit equals `isSet`.
  private static func add(
    _ found: inout [UInt64], _ rows: [UInt64], _ slice: [UInt64], _ isSet: Bool
  ) {
    let flip: UInt64 = isSet ? 0 : ~0
    found.withUnsafeMutableBufferPointer { found in
      rows.withUnsafeBufferPointer { rows in
        slice.withUnsafeBufferPointer { slice in
          for word in 0..<min(found.count, slice.count, rows.count) {
            found[word] |= rows[word] & (slice[word] ^ flip)
          }
        }
      }
    }
  }
}
