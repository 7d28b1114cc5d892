// Finding single postings, where few of a list are wanted.
extension PostingCursor {
  /// The first posting at or after `number`, loading rows as needed; `nil` at the end.
  ///
  /// Numbers asked for must not fall.
  @inline(__always)
  package mutating func seek(_ number: UInt32) -> Posting? {
    guard seekRow(number) != nil else { return nil }
    load()
    guard row < rowLast.count else { return nil }
    while block < blocks, entryLast(block) < number { block &+= 1 }
    guard block < blocks else { return nil }
    let block = at(block)
    let (found, item) = block.next(number)
    // Only in a damaged block can the number found be lower: who asks must not go round in circles.
    return found >= number ? Posting(number: found, impact: block.impact(item)) : nil
  }

  /// The first number at or after `number` in the current row, if it is below `end`.
  ///
  /// Numbers asked for must not fall.
  @inline(__always)
  package mutating func peek(_ number: UInt32, before end: UInt32) -> UInt32? {
    if number >= peeked {
      guard row < rowLast.count else { return nil }
      load()
      while block < blocks, entryLast(block) < number { block &+= 1 }
      guard block < blocks, entryFirst(block) < end else { return nil }
      let (found, _) = at(block).next(number)
      guard found >= number else { return nil }
      peeked = found &+ 1
    }
    let found = peeked &- 1
    return found < end ? found : nil
  }

  /// Impact of a number; 0 when it is not in the list.
  ///
  /// Numbers asked for must not fall.
  @inline(__always)
  package mutating func impact(of number: UInt32) -> UInt8 {
    guard reach(number) else { return 0 }
    return at(block).posting(of: number)?.impact ?? 0
  }

  /// Where a posting stands; `nil` when the number is not in the list.
  ///
  /// Numbers must not fall.
  @inline(__always)
  package mutating func place(of number: UInt32) -> PostingPlace? {
    guard reach(number), let (item, _) = at(block).posting(of: number) else { return nil }
    let entry = entries + block &* PostingLayout.entrySize
    let count = Int(entry.load(fromByteOffset: 10, as: UInt8.self)) &+ 1
    return PostingPlace(block: blocksBefore &+ block, item: item, count: count)
  }

  /// Moves to the block whose range holds a number; false when there is none.
  @inline(__always)
  private mutating func reach(_ number: UInt32) -> Bool {
    guard seekRow(number) != nil else { return false }
    load()
    guard row < rowLast.count else { return false }
    while block < blocks, entryLast(block) < number { block &+= 1 }
    return block < blocks && entryFirst(block) <= number
  }
}
