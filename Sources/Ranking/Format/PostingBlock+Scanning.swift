/// Reading many postings of a block in order.
extension PostingBlock {
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
}
