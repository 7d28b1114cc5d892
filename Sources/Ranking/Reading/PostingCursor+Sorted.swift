// Finding many sorted numbers: the row and the block are looked up once for all numbers in them.
//
// On the hot path, like `PostingCursor`: the numbers are read through a pointer with a known count.
extension PostingCursor {
  /// Calls `visit(index, impact)` for every number of another list that is also in this one.
  ///
  /// In a damaged list, `visit` can be called more than once for a number.
  ///
  /// - Parameters:
  ///   - numbers: strictly increasing; none before those that were already passed to the cursor.
  ///   - visit: receives the index of a number and the impact of its posting. It may change the
  ///     numbers up to that index.
  @inline(__always)
  package mutating func forEach(
    among numbers: UnsafeBufferPointer<UInt32>, _ visit: (Int, UInt8) -> Void
  ) {
    var index = 0
    while index < numbers.count, seekRow(numbers[index]) != nil {
      load()
      guard row < directory.count else { return }
      let last = directory[row].last
      while index < numbers.count, numbers[index] <= last {
        skipBlocks(before: numbers[index])
        guard block < blocks else {
          // In a damaged row, all blocks can end before its last number.
          index &+= 1
          continue
        }
        let first = entryFirst(block)
        let end = min(entryLast(block), last)
        let current = at(block)
        while index < numbers.count, numbers[index] <= end {
          let number = numbers[index]
          let start = index
          index &+= 1
          if number < first { continue }
          // Consecutive numbers, such as the passages of a document, are found together.
          while index < numbers.count, numbers[index] <= end,
            numbers[index] &- number == UInt32(truncatingIfNeeded: index &- start)
          {
            index &+= 1
          }
          if index &- start > 1 {
            current.forEach(from: number, to: numbers[index &- 1] &+ 1) { found, impact in
              visit(start &+ Int(found &- number), impact)
            }
          } else if let found = current.posting(of: number) {
            visit(start, found.impact)
          }
        }
      }
    }
  }

  /// Removes the numbers that are not in the list.
  ///
  /// - Parameter numbers: strictly increasing.
  package mutating func keep(_ numbers: inout [UInt32]) {
    var kept = 0
    var next = 0
    numbers.withUnsafeMutableBufferPointer { buffer in
      forEach(among: UnsafeBufferPointer(buffer)) { index, _ in
        // A damaged list can contain a number twice.
        guard index >= next else { return }
        buffer[kept] = buffer[index]
        kept &+= 1
        next = index &+ 1
      }
    }
    numbers.removeSubrange(kept...)
  }

  /// The numbers of the list that are in a set, in the order of the list.
  package mutating func numbers(in set: Bitmap) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(256)
    set.words.withUnsafeBufferPointer { words in
      forEach { number in
        let word = Int(number >> 6)
        if word < words.count, words[word] >> UInt64(number & 63) & 1 == 1 {
          numbers.append(number)
        }
      }
    }
    return numbers
  }
}
