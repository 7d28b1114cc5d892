/// A block of a posting list, read in place.
///
/// A hot file, for the reasons and under the rules of ``PostingCursor``: the caller has checked
/// that ``size(form:span:count:)`` bytes are available. All other bytes are untrusted: whatever
/// they contain, no item is beyond the block's count, and no number beyond its last.
///
/// A block contains, in this order,
///
///     span >> shift × u8   cumulative count of its numbers, by bucket
///     the numbers          in one of the forms below
///     count × u8           impacts
///
/// where span is its last number minus its first, and a bucket is a range of 2^shift numbers. In
/// every form, a number can be found without unpacking those before it.
package struct PostingBlock {
  /// The encodings of a block's numbers, which are stored as offsets from its first; the value is
  /// the shift of the buckets.
  package enum Form {
    /// One bit for each number of the span, in 64-bit words; each word is a bucket.
    package static let bits: UInt8 = 6
    /// The lowest byte of each offset, in buckets of 256.
    package static let bytes: UInt8 = 8
    /// The lowest two bytes of each offset, in buckets of 65,536.
    package static let words: UInt8 = 16
    /// Four bytes per offset.
    package static let whole: UInt8 = 32
    /// Consecutive numbers, which need no bytes.
    package static let consecutive: UInt8 = 62
  }

  private let first: UInt32
  private let span: Int
  private let count: Int
  private let form: UInt8
  private let ends: UnsafeRawPointer
  private let numbers: UnsafeRawPointer

  /// - Parameters:
  ///   - entry: the block's entry in the row's directory.
  ///   - data: the address that offsets in the directory are relative to.
  @inline(__always)
  package init(entry: UnsafeRawPointer, data: UnsafeRawPointer) {
    first = entry.loadUnaligned(as: UInt32.self)
    span = Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self) &- first)
    count = Int(entry.load(fromByteOffset: 10, as: UInt8.self)) &+ 1
    form = entry.load(fromByteOffset: 12, as: UInt8.self)
    ends = data + Int(entry.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    numbers = ends + Self.endsSize(form: form, span: span)
  }

  /// The size of the bucket counts in bytes.
  ///
  /// The last bucket needs none: its count is the block's.
  @inline(__always)
  package static func endsSize(form: UInt8, span: Int) -> Int { span &>> Int(form) }

  // Lookup tables packed into integers: a branch for each block would be mispredicted.

  @inline(__always)
  private static func numbersSize(form: UInt8, span: Int, count: Int) -> Int {
    let width = 0x4_0210 &>> (Int(form) &>> 3 &* 4) & 0xF
    return form == Form.bits ? (span &>> 6 &+ 1) &* 8 : count &* width
  }

  /// The size of a block in bytes; larger than any row if the form is unknown.
  @inline(__always)
  package static func size(form: UInt8, span: Int, count: Int) -> Int {
    let known = form < 64 && 0x4000_0001_0001_0140 &>> Int(form) & 1 == 1
    let size =
      endsSize(form: form, span: span)
      &+ numbersSize(form: form, span: span, count: count) &+ count
    return known ? size : .max / 2
  }

  // MARK: Finding

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

  @inline(__always)
  package func impact(_ item: Int) -> UInt8 {
    impact(item, after: Self.numbersSize(form: form, span: span, count: count))
  }

  @inline(__always)
  private func impact(_ item: Int, after size: Int) -> UInt8 {
    numbers.load(fromByteOffset: size &+ item, as: UInt8.self)
  }

  // MARK: Passing

  /// Calls `visit(number, impact)` for every posting in `from..<end`.
  @inline(__always)
  package func forEach(
    from: UInt32, to end: UInt32, _ visit: (UInt32, UInt8) -> Void
  ) {
    guard end > first else { return }
    let start = from > first ? Int(from &- first) : 0
    let stop = min(Int(end &- first), span &+ 1)
    guard start < stop else { return }
    switch form {
    case Form.bits: forEachBit(start, stop, visit)
    case Form.bytes: forEachByte(start, stop, visit)
    case Form.words:
      let impacts = numbers + count &* 2
      var bucket = start &>> 16
      var item = search(bucket, of: span &>> 16) { lowTwo($0) < start & 0xFFFF }
      while bucket <= (stop &- 1) &>> 16 {
        let next = self.end(bucket, of: span &>> 16)
        while item < next {
          let offset = bucket &<< 16 | lowTwo(item)
          if offset >= stop { return }
          if offset >= start {
            visit(at(offset), impacts.load(fromByteOffset: item, as: UInt8.self))
          }
          item &+= 1
        }
        bucket &+= 1
      }
    case Form.whole:
      let impacts = numbers + count &* 4
      var item = start == 0 ? 0 : Self.lowerBound(0, count) { whole($0) < start }
      while item < count {
        let offset = whole(item)
        // One unsigned comparison also stops at numbers below the window in a damaged block.
        if UInt(bitPattern: offset &- start) >= UInt(bitPattern: stop &- start) { return }
        visit(at(offset), impacts.load(fromByteOffset: item, as: UInt8.self))
        item &+= 1
      }
    default:
      var item = start
      let last = min(count, stop)
      while item < last {
        visit(at(item), numbers.load(fromByteOffset: item, as: UInt8.self))
        item &+= 1
      }
    }
  }

  @inline(__always)
  private func forEachBit(_ start: Int, _ stop: Int, _ visit: (UInt32, UInt8) -> Void) {
    let impacts = numbers + (span &>> 6 &+ 1) &* 8
    var index = start &>> 6
    let last = (stop &- 1) &>> 6
    var bits = word(index)
    let below = (UInt64(1) &<< UInt64(start & 63)) &- 1
    var item = begin(index) &+ (bits & below).nonzeroBitCount
    bits &= ~below
    while true {
      if index == last { bits &= ~0 &>> UInt64(63 &- (stop &- 1) & 63) }
      let base = at(index &<< 6)
      while bits != 0 {
        if item >= count { return }
        visit(
          base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount),
          impacts.load(fromByteOffset: item, as: UInt8.self))
        item &+= 1
        bits &= bits &- 1
      }
      if index == last { return }
      index &+= 1
      bits = word(index)
    }
  }

  @inline(__always)
  private func forEachByte(_ start: Int, _ stop: Int, _ visit: (UInt32, UInt8) -> Void) {
    let impacts = numbers + count
    var bucket = start &>> 8
    var item = search(bucket, of: span &>> 8) { low($0) < start & 0xFF }
    while bucket <= (stop &- 1) &>> 8 {
      let next = end(bucket, of: span &>> 8)
      let low = start &- bucket &<< 8
      let high = stop &- bucket &<< 8
      let base = at(bucket &<< 8)
      if low <= 0, high >= 256 {
        while item < next {
          visit(
            base &+ UInt32(truncatingIfNeeded: self.low(item)),
            impacts.load(fromByteOffset: item, as: UInt8.self))
          item &+= 1
        }
      } else {
        while item < next {
          let value = self.low(item)
          if value >= high { return }
          if value >= low {
            visit(
              base &+ UInt32(truncatingIfNeeded: value),
              impacts.load(fromByteOffset: item, as: UInt8.self))
          }
          item &+= 1
        }
      }
      bucket &+= 1
    }
  }

  // MARK: Parts

  @inline(__always)
  private func at(_ offset: Int) -> UInt32 { first &+ UInt32(truncatingIfNeeded: offset) }

  /// The first item of a bucket.
  @inline(__always)
  private func begin(_ bucket: Int) -> Int {
    bucket == 0 ? 0 : min(Int(ends.load(fromByteOffset: bucket &- 1, as: UInt8.self)), count)
  }

  /// One past the last item of a bucket.
  @inline(__always)
  private func end(_ bucket: Int, of last: Int) -> Int {
    bucket == last ? count : min(Int(ends.load(fromByteOffset: bucket, as: UInt8.self)), count)
  }

  /// The bucket of an item, searching from `start` on.
  @inline(__always)
  private func bucket(of item: Int, from start: Int, shift: Int) -> Int {
    var bucket = start
    while bucket < span &>> shift, end(bucket, of: span &>> shift) <= item { bucket &+= 1 }
    return bucket
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt64 {
    numbers.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
  }

  @inline(__always)
  private func low(_ item: Int) -> Int { Int(numbers.load(fromByteOffset: item, as: UInt8.self)) }

  @inline(__always)
  private func lowTwo(_ item: Int) -> Int {
    Int(numbers.loadUnaligned(fromByteOffset: item &* 2, as: UInt16.self))
  }

  @inline(__always)
  private func whole(_ item: Int) -> Int {
    Int(numbers.loadUnaligned(fromByteOffset: item &* 4, as: UInt32.self))
  }

  /// The first item of a bucket that is not below the target, or one past its last item.
  @inline(__always)
  private func search(_ bucket: Int, of last: Int, _ isBelow: (Int) -> Bool) -> Int {
    Self.lowerBound(begin(bucket), end(bucket, of: last), isBelow)
  }

  /// The first of the sorted items that is not below the target, by branchless binary search.
  @inline(__always)
  private static func lowerBound(_ start: Int, _ end: Int, _ isBelow: (Int) -> Bool) -> Int {
    var low = start
    var length = end &- start
    while length > 1 {
      let half = length &>> 1
      low = isBelow(low &+ half &- 1) ? low &+ half : low
      length &-= half
    }
    return length == 1 && isBelow(low) ? low &+ 1 : low
  }
}
