/// The numbers of a column, one bit of all of them a set, for finding ranges.
///
/// A bit-sliced index (O'Neil and Quass, *Improved query performance with variant indexes*, 1997):
/// a range over a hundred thousand numbers takes a pass over a few sets instead of a comparison a
/// number, however many of them pass.
package struct BitSlices: Sendable {
  /// By bit, the lowest first: the places whose number has it.
  private let slices: [[UInt64]]
  /// The places that have a number.
  private let known: [UInt64]

  /// Slices the numbers of a column by their places.
  ///
  /// - Parameter unknown: what stands where there is no number.
  package init(_ numbers: [UInt32], unknown: UInt32) {
    let wordCount = (numbers.count + 63) / 64
    var highest: UInt32 = 0
    for number in numbers where number != unknown { highest = max(highest, number) }
    let bits = UInt32.bitWidth - highest.leadingZeroBitCount
    var slices = [[UInt64]](repeating: [UInt64](repeating: 0, count: wordCount), count: bits)
    var known = [UInt64](repeating: 0, count: wordCount)
    // By word of the result, so that a word of each slice is written once.
    var words = [UInt64](repeating: 0, count: bits)
    for word in 0..<wordCount {
      for bit in words.indices { words[bit] = 0 }
      var some: UInt64 = 0
      for place in word * 64..<min(word * 64 + 64, numbers.count) {
        guard numbers[place] != unknown else { continue }
        let mask = UInt64(1) << UInt64(place & 63)
        some |= mask
        var rest = numbers[place]
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

  /// The places that have no number, among the first `limit`.
  package func unknown(limit: Int) -> NumberSet {
    var set = NumberSet(limit: limit)
    set.insert(0..<UInt32(clamping: limit))
    set.subtract(NumberSet(words: known))
    return set
  }

  /// The places whose number lies in a range.
  package func places(_ range: ClosedRange<UInt32>) -> NumberSet {
    var result = known
    if range.lowerBound > 0 { keep(&result, atLeast: range.lowerBound) }
    if range.upperBound < .max { keep(&result, atMost: range.upperBound) }
    return NumberSet(words: result)
  }

  /// Drops the places whose number is lower.
  private func keep(_ result: inout [UInt64], atLeast value: UInt32) {
    if UInt32.bitWidth - value.leadingZeroBitCount > slices.count {
      for word in result.indices { result[word] = 0 }
      return
    }
    // A number is lower when, at the highest bit where they differ, it has 0 and the value 1.
    compare(value) { lower, equal, slice, isSet in isSet ? lower | (equal & ~slice) : lower }
      .enumerated().forEach { result[$0] &= ~$1 }
  }

  /// Drops the places whose number is higher.
  private func keep(_ result: inout [UInt64], atMost value: UInt32) {
    if UInt32.bitWidth - value.leadingZeroBitCount > slices.count { return }
    compare(value) { higher, equal, slice, isSet in isSet ? higher : higher | (equal & slice) }
      .enumerated().forEach { result[$0] &= ~$1 }
  }

  /// Places whose numbers differ from a value in one direction, found bit by bit from the highest.
  @inline(__always)
  private func compare(
    _ value: UInt32,
    _ differing: (_ found: UInt64, _ equal: UInt64, _ slice: UInt64, _ isSet: Bool) -> UInt64
  ) -> [UInt64] {
    var found = [UInt64](repeating: 0, count: known.count)
    var equal = [UInt64](repeating: ~0, count: known.count)
    for bit in slices.indices.reversed() {
      let isSet = value >> UInt32(bit) & 1 == 1
      slices[bit].withUnsafeBufferPointer { slice in
        found.withUnsafeMutableBufferPointer { found in
          equal.withUnsafeMutableBufferPointer { equal in
            for word in 0..<slice.count {
              found[word] = differing(found[word], equal[word], slice[word], isSet)
              equal[word] &= isSet ? slice[word] : ~slice[word]
            }
          }
        }
      }
    }
    return found
  }
}
