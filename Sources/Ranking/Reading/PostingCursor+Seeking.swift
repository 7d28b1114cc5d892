// Finding single postings, for when only a few of a list are needed.
extension PostingCursor {
  /// The first posting at or after `number`, loading rows as needed; `nil` at the end.
  ///
  /// Numbers must be passed in non-decreasing order.
  @inline(__always)
  package mutating func seek(_ number: UInt32) -> Posting? {
    guard seekRow(number) != nil else { return nil }
    load()
    guard row < directory.count else { return nil }
    skipBlocks(before: number)
    guard block < blocks else { return nil }
    let block = at(block)
    let (found, item) = block.next(number)
    // In a damaged block, the number found can be lower; callers would loop forever.
    return found >= number ? Posting(number: found, impact: block.impact(item)) : nil
  }

  /// The first number at or after `number` in the current row, if it is below `end`.
  ///
  /// Numbers must be passed in non-decreasing order.
  @inline(__always)
  package mutating func peek(_ number: UInt32, before end: UInt32) -> UInt32? {
    if number >= peeked {
      guard row < directory.count else { return nil }
      load()
      skipBlocks(before: number)
      guard block < blocks, entryFirst(block) < end else { return nil }
      let (found, _) = at(block).next(number)
      guard found >= number else { return nil }
      peeked = found &+ 1
    }
    let found = peeked &- 1
    return found < end ? found : nil
  }

  /// The impact of a number; 0 if it is not in the list.
  ///
  /// Numbers must be passed in non-decreasing order.
  @inline(__always)
  package mutating func impact(of number: UInt32) -> UInt8 {
    guard reach(number) else { return 0 }
    return at(block).posting(of: number)?.impact ?? 0
  }

  /// The location of a posting; `nil` if the number is not in the list.
  ///
  /// Numbers must be passed in non-decreasing order.
  @inline(__always)
  package mutating func location(of number: UInt32) -> PostingLocation? {
    guard reach(number), let (item, impact) = at(block).posting(of: number) else { return nil }
    let entry = entries + block &* PostingLayout.entrySize
    let count = Int(entry.load(fromByteOffset: 10, as: UInt8.self)) &+ 1
    return PostingLocation(block: blocksBefore &+ block, item: item, count: count, impact: impact)
  }

  /// Moves to the block whose range contains a number; false if there is none.
  @inline(__always)
  private mutating func reach(_ number: UInt32) -> Bool {
    guard seekRow(number) != nil else { return false }
    load()
    guard row < directory.count else { return false }
    skipBlocks(before: number)
    return block < blocks && entryFirst(block) <= number
  }
}
