/// Reads, in place, the positions of the postings of one list in one segment.
///
/// On the hot path, for the reasons and under the rules of ``PostingCursor``.
package struct PositionCursor {
  private let rows: PostingRows
  private let key: Int64

  private var row = -1
  private var bytes: UnsafeRawPointer?
  private var length = 0
  private var block = -1
  private var item = 0
  private var offset = 0

  /// Opens the positions of a list.
  ///
  /// - Parameters:
  ///   - rows: the rows of `passage_positions`; no other cursor may use them at the same time.
  ///   - key: the id of the list's first row.
  package init(rows: PostingRows, key: Int64) {
    self.rows = rows
    self.key = key
  }

  /// Replaces `positions` with those of the posting at `location`.
  ///
  /// Locations must be passed in non-decreasing order.
  @inline(__always)
  package mutating func read(
    _ location: PostingLocation, into positions: inout [UInt16]
  ) {
    positions.removeAll(keepingCapacity: true)
    forEach(at: location) { position in
      positions.append(position)
      return true
    }
  }

  /// Calls `visit` with the positions of the posting at `location`, in increasing order, as long as
  /// it returns true.
  ///
  /// Locations must be passed in non-decreasing order.
  @inline(__always)
  mutating func forEach(at location: PostingLocation, _ visit: (UInt16) -> Bool) {
    if location.block / PositionLayout.blocksPerRow != row {
      load(location.block / PositionLayout.blocksPerRow)
    }
    let index = location.block % PositionLayout.blocksPerRow
    guard let bytes, length > index &* 4 else { return }
    var start = 1 &+ max(0, Int(bytes.load(as: UInt8.self)) &- 1) &* 4
    if index > 0 {
      start &+= Int(bytes.loadUnaligned(fromByteOffset: index &* 4 &- 3, as: UInt32.self))
    }
    guard start &+ location.count <= length else { return }
    if location.block != block || location.item < item {
      block = location.block
      item = 0
      offset = start &+ location.count
    }
    while item < location.item {
      if item &+ 8 <= location.item,
        let size = PositionLayout.size(
          ofEight: bytes.loadUnaligned(fromByteOffset: start &+ item, as: UInt64.self))
      {
        offset &+= size
        item &+= 8
      } else {
        offset &+= size(at: start &+ item)
        item &+= 1
      }
    }
    let lead = bytes.load(fromByteOffset: start &+ item, as: UInt8.self)
    if lead < PositionLayout.firstLength {
      _ = visit(UInt16(lead))
      return
    }
    let end = offset &+ size(at: start &+ item)
    guard end <= length else { return }
    var next = offset
    if lead == PositionLayout.long { next &+= 2 }
    var position: UInt16 = 0
    while next < end {
      let difference = VariableByte.read {
        guard next < end else { return nil }
        defer { next &+= 1 }
        return bytes.load(fromByteOffset: next, as: UInt8.self)
      }
      // The row is damaged.
      guard let difference else { return }
      position &+= UInt16(truncatingIfNeeded: difference)
      if !visit(position) { return }
    }
  }

  /// The number of bytes of a posting after its lead.
  @inline(__always)
  private func size(at index: Int) -> Int {
    guard let bytes else { return 0 }
    if let short = PositionLayout.size(bytes.load(fromByteOffset: index, as: UInt8.self)) {
      return short
    }
    guard offset &+ 2 <= length else { return 0 }
    return 2 &+ Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  private mutating func load(_ wanted: Int) {
    row = wanted
    block = -1
    guard let (data, count) = rows.fetch(key + Int64(wanted)) else {
      bytes = nil
      length = 0
      return
    }
    bytes = data
    length = count
  }
}
