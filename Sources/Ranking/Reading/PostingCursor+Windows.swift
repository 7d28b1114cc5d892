/// Windows of numbers, and all numbers of a list.
///
/// On the hot path, like ``PostingCursor``.
extension PostingCursor {
  /// Moves to the row that holds the first posting at or after `number`, without loading it.
  ///
  /// - Returns: one past the last number of that row, or `nil` at the end of the list.
  @inline(__always)
  package mutating func seekRow(_ number: UInt32) -> UInt32? {
    while row < directory.count, directory[row].last < number { row &+= 1 }
    guard row < directory.count else { return nil }
    // Only a damaged list contains `UInt32.max`.
    return directory[row].last == .max ? .max : directory[row].last &+ 1
  }

  /// An upper bound of the impacts in `from..<end` within the current row; 0 if there are no
  /// postings.
  ///
  /// Read from the block directory if the row is loaded, otherwise from the row directory.
  @inline(__always)
  package mutating func bound(from: UInt32, to end: UInt32) -> UInt8 {
    guard row < directory.count else { return 0 }
    guard loadedRow == row else { return directory[row].highest }
    skipBlocks(before: from)
    var top: UInt8 = 0
    var index = block
    while index < blocks, entryFirst(index) < end {
      top = max(top, entryHighest(index))
      index &+= 1
    }
    return top
  }

  /// Makes sure that the current row is loaded.
  @inline(__always)
  package mutating func load() {
    if loadedRow != row, row < directory.count { loadRow() }
  }

  /// The number of blocks of the loaded row, from the current one on, that begin before `end`.
  ///
  /// Used to choose how to score a window.
  @inline(__always)
  func blocksAhead(to end: UInt32) -> Int {
    guard loadedRow == row else { return 0 }
    var index = block
    while index < blocks, entryFirst(index) < end { index &+= 1 }
    return index &- block
  }

  /// Calls `visit(number, impact)` for every posting in `from..<end` of the loaded row.
  @inline(__always)
  package mutating func forEach(
    from: UInt32, to end: UInt32, _ visit: (UInt32, UInt8) -> Void
  ) {
    guard row < directory.count else { return }
    skipBlocks(before: from)
    var index = block
    while index < blocks, entryFirst(index) < end {
      at(index).forEach(from: from, to: end, visit)
      index &+= 1
    }
  }

  /// Calls `visit` with every number of the list.
  @inline(__always)
  package mutating func forEach(_ visit: (UInt32) -> Void) {
    var start: UInt32 = 0
    while let end = seekRow(start) {
      load()
      forEach(from: start, to: end) { number, _ in visit(number) }
      if end == 0 || end == .max { return }
      start = end
    }
  }

  /// The numbers of the list from the current block on, in increasing order.
  package mutating func numbers() -> [UInt32] {
    let limit = Int(count)
    return [UInt32](unsafeUninitializedCapacity: limit) { numbers, found in
      var next = 0
      forEach { number in
        // A damaged list can have more postings than its head says.
        if next < limit {
          numbers[next] = number
          next &+= 1
        }
      }
      found = next
    }
  }

  /// Adds every number of the list to a set.
  package mutating func insertAll(into set: inout Bitmap) {
    set.withWords { words, count in
      forEach { Self.set($0, words, count) }
    }
  }

  /// Adds the numbers in `from..<end` of the loaded row to a window's set, as offsets from `from`.
  package mutating func insert(from: UInt32, to end: UInt32, into window: inout Bitmap) {
    window.withWords { words, count in
      forEach(from: from, to: end) { number, _ in Self.set(number &- from, words, count) }
    }
  }

  @inline(__always)
  private static func set(_ number: UInt32, _ words: UnsafeMutablePointer<UInt64>, _ count: Int) {
    let word = Int(number >> 6)
    if word < count { words[word] |= 1 << UInt64(number & 63) }
  }
}
