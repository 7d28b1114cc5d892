/// A block of a posting list, read in place.
///
/// On the hot path, for the reasons and under the rules of ``PostingCursor``: the caller has
/// checked that ``size(form:span:count:)`` bytes are available. All other bytes are untrusted:
/// whatever they contain, no item is beyond the block's count, and no number beyond its last.
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

  let first: UInt32
  let span: Int
  let count: Int
  let form: UInt8
  let ends: UnsafeRawPointer
  let numbers: UnsafeRawPointer

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
  static func endsSize(form: UInt8, span: Int) -> Int { span &>> Int(form) }

  // Lookup tables packed into integers: a branch for each block would be mispredicted.

  @inline(__always)
  static func numbersSize(form: UInt8, span: Int, count: Int) -> Int {
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

  /// The impact of an item.
  @inline(__always)
  package func impact(_ item: Int) -> UInt8 {
    impact(item, after: Self.numbersSize(form: form, span: span, count: count))
  }

  @inline(__always)
  func impact(_ item: Int, after size: Int) -> UInt8 {
    numbers.load(fromByteOffset: size &+ item, as: UInt8.self)
  }

  // MARK: Parts

  @inline(__always)
  func at(_ offset: Int) -> UInt32 { first &+ UInt32(truncatingIfNeeded: offset) }

  /// The first item of a bucket.
  @inline(__always)
  func begin(_ bucket: Int) -> Int {
    bucket == 0 ? 0 : min(Int(ends.load(fromByteOffset: bucket &- 1, as: UInt8.self)), count)
  }

  /// One past the last item of a bucket.
  @inline(__always)
  func end(_ bucket: Int, of last: Int) -> Int {
    bucket == last ? count : min(Int(ends.load(fromByteOffset: bucket, as: UInt8.self)), count)
  }

  /// The bucket of an item, searching from `start` on.
  @inline(__always)
  func bucket(of item: Int, from start: Int, shift: Int) -> Int {
    var bucket = start
    while bucket < span &>> shift, end(bucket, of: span &>> shift) <= item { bucket &+= 1 }
    return bucket
  }

  @inline(__always)
  func word(_ index: Int) -> UInt64 {
    numbers.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
  }

  @inline(__always)
  func low(_ item: Int) -> Int { Int(numbers.load(fromByteOffset: item, as: UInt8.self)) }

  @inline(__always)
  func lowTwo(_ item: Int) -> Int {
    Int(numbers.loadUnaligned(fromByteOffset: item &* 2, as: UInt16.self))
  }

  @inline(__always)
  func whole(_ item: Int) -> Int {
    Int(numbers.loadUnaligned(fromByteOffset: item &* 4, as: UInt32.self))
  }

  /// The first item of a bucket that is not below the target, or one past its last item.
  @inline(__always)
  func search(_ bucket: Int, of last: Int, _ isBelow: (Int) -> Bool) -> Int {
    Self.lowerBound(begin(bucket), end(bucket, of: last), isBelow)
  }

  /// The first of the sorted items that is not below the target, by branchless binary search.
  @inline(__always)
  static func lowerBound(_ start: Int, _ end: Int, _ isBelow: (Int) -> Bool) -> Int {
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
