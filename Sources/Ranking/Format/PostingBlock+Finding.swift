/// Finding one number in a block.
extension PostingBlock {
  /// The index and the impact of a number; `nil` if it is not in the block.
  ///
  /// - Parameter number: between the block's first and last number, inclusive.
  @inline(__always)
  package func posting(of number: UInt32) -> (item: Int, impact: UInt8)? {
    let offset = Int(number &- first)
    switch form {
    case Form.bits:
      let bits = word(offset &>> 6)
      let bit = UInt64(1) &<< UInt64(offset & 63)
      guard bits & bit != 0 else { return nil }
      let item = begin(offset &>> 6) &+ (bits & (bit &- 1)).nonzeroBitCount
      return item < count ? (item, impact(item, after: (span &>> 6 &+ 1) &* 8)) : nil
    case Form.bytes:
      let item = search(offset &>> 8, of: span &>> 8) { low($0) < offset & 0xFF }
      guard item < end(offset &>> 8, of: span &>> 8), low(item) == offset & 0xFF
      else { return nil }
      return (item, impact(item, after: count))
    case Form.words:
      let item = search(offset &>> 16, of: span &>> 16) { lowTwo($0) < offset & 0xFFFF }
      guard item < end(offset &>> 16, of: span &>> 16), lowTwo(item) == offset & 0xFFFF
      else { return nil }
      return (item, impact(item, after: count &* 2))
    case Form.whole:
      let item = Self.lowerBound(0, count) { whole($0) < offset }
      guard item < count, whole(item) == offset else { return nil }
      return (item, impact(item, after: count &* 4))
    default:
      return offset < count ? (offset, impact(offset, after: 0)) : nil
    }
  }

  /// The first posting at or after a number.
  ///
  /// - Parameter number: at most the block's last.
  @inline(__always)
  package func next(_ number: UInt32) -> (number: UInt32, item: Int) {
    if number <= first { return (first, 0) }
    let offset = Int(number &- first)
    // A damaged block can hold fewer postings than its directory says; return its last posting
    // then.
    let missing = (number: first &+ UInt32(truncatingIfNeeded: span), item: count &- 1)
    switch form {
    case Form.bits:
      var index = offset &>> 6
      let all = word(index)
      let below = (UInt64(1) &<< UInt64(offset & 63)) &- 1
      let item = begin(index) &+ (all & below).nonzeroBitCount
      var rest = all & ~below
      while rest == 0, index < span &>> 6 {
        index &+= 1
        rest = word(index)
      }
      guard rest != 0, item < count else { return missing }
      return (at(index &<< 6 &+ rest.trailingZeroBitCount), item)
    case Form.bytes:
      let item = search(offset &>> 8, of: span &>> 8) { low($0) < offset & 0xFF }
      guard item < count else { return missing }
      return (at(bucket(of: item, from: offset &>> 8, shift: 8) &<< 8 | low(item)), item)
    case Form.words:
      let item = search(offset &>> 16, of: span &>> 16) { lowTwo($0) < offset & 0xFFFF }
      guard item < count else { return missing }
      return (at(bucket(of: item, from: offset &>> 16, shift: 16) &<< 16 | lowTwo(item)), item)
    case Form.whole:
      let item = Self.lowerBound(0, count) { whole($0) < offset }
      return item < count ? (at(whole(item)), item) : missing
    default:
      return offset < count ? (number, offset) : missing
    }
  }
}
