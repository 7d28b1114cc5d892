/// Reads one posting list of one segment in place, in increasing order of numbers.
///
/// On the hot path: rows are read from SQLite's memory through unsafe pointers, because copying a
/// row costs more than ranking it. Every block of a row is checked against the row's length when it
/// is loaded, so a damaged row ends the list instead of causing a read beyond it. The pointers are
/// valid until the next row is loaded: the cursor retains its rows.
package struct PostingCursor {
  private var rows: PostingRows
  private let key: Int64

  /// The number of postings in the list.
  package private(set) var count: UInt32 = 0
  /// The highest impact of the list.
  package private(set) var highest: UInt8 = 0

  private var topImpacts: (UInt8, UInt8, UInt8) = (0, 0, 0)

  /// An impact that at least `rank` texts of the list reach; 0 if unknown.
  package func impact(atRank rank: Int) -> UInt8 {
    switch rank {
    case ...10: topImpacts.0
    case ...100: topImpacts.1
    case ...1000: topImpacts.2
    default: 0
    }
  }

  /// A row in the row directory: its last number and its highest impact.
  struct Row {
    var last: UInt32
    var highest: UInt8
  }

  /// The row directory, copied because row 0 is not kept loaded.
  var directory: [Row] = []
  var row = 0
  var loadedRow = -1
  /// The number of blocks in the rows before the loaded one.
  var blocksBefore = 0

  // The loaded row.
  var entries: UnsafeRawPointer
  var data: UnsafeRawPointer
  var blocks = 0
  var block = 0
  /// One past the posting that `peek` last returned; up to there, the answer stays the same.
  var peeked: UInt32 = 0

  /// Opens a list.
  ///
  /// - Parameters:
  ///   - rows: the rows of the list; no other cursor may use them at the same time.
  ///   - key: the id of the list's first row; the others follow.
  /// - Returns: `nil` if the list has no postings or its first row is damaged.
  package init?(rows: PostingRows, key: Int64 = 0) {
    self.rows = rows
    self.key = key
    guard var (bytes, length) = rows.fetch(key) else { return nil }
    if length <= PostingLayout.shortSize {
      guard let row = rows.ordinary(bytes, length) else { return nil }
      (bytes, length) = row
    }
    entries = bytes
    data = bytes
    count = bytes.loadUnaligned(as: UInt32.self)
    let rowCount = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    blocks = Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
    topImpacts = (
      bytes.load(fromByteOffset: 8, as: UInt8.self), bytes.load(fromByteOffset: 9, as: UInt8.self),
      bytes.load(fromByteOffset: 10, as: UInt8.self)
    )
    var offset = PostingLayout.headSize
    if rowCount > 1 {
      guard length >= offset + rowCount * PostingLayout.rowEntrySize else { return nil }
      directory.reserveCapacity(rowCount)
      for _ in 0..<rowCount {
        directory.append(
          Row(
            last: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self),
            highest: bytes.load(fromByteOffset: offset + 4, as: UInt8.self)))
        offset += PostingLayout.rowEntrySize
      }
    }
    guard point(bytes, length, offset) else { return nil }
    loadedRow = 0
    if rowCount <= 1 {
      var top: UInt8 = 0
      for index in 0..<blocks { top = max(top, entryHighest(index)) }
      directory = [Row(last: entryLast(blocks - 1), highest: top)]
    }
    for row in directory { highest = max(highest, row.highest) }
  }

  /// The same list from its beginning, whatever row was fetched last.
  ///
  /// Only valid for a cursor that has not moved since it was opened.
  package var rewound: PostingCursor {
    var cursor = self
    // If the list has only one row, it is still loaded.
    if directory.count > 1 { cursor.loadedRow = -1 }
    return cursor
  }

  /// Whether this is the only cursor on its rows.
  package mutating func isOnlyReader() -> Bool { isKnownUniquelyReferenced(&rows) }

  // MARK: Rows

  /// Points at the blocks of a row whose directory starts at `offset`; false if it is damaged.
  private mutating func point(_ bytes: UnsafeRawPointer, _ length: Int, _ offset: Int) -> Bool {
    let end = offset + blocks * PostingLayout.entrySize
    guard blocks > 0, end <= length else { return false }
    // A row that is kept in memory needs to be checked only once.
    if !rows.isChecked {
      guard areInside(bytes, length, offset, end) else { return false }
      rows.isChecked = true
    }
    entries = bytes + offset
    data = bytes + end
    block = 0
    return true
  }

  /// Whether all blocks, whose directory is from `offset` to `end`, are inside a row.
  private func areInside(
    _ bytes: UnsafeRawPointer, _ length: Int, _ offset: Int, _ end: Int
  ) -> Bool {
    for index in 0..<blocks {
      let entry = bytes + offset + index * PostingLayout.entrySize
      let span =
        entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        &- entry.loadUnaligned(as: UInt32.self)
      let start = Int(entry.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
      let size = PostingBlock.size(
        form: entry.load(fromByteOffset: 12, as: UInt8.self), span: Int(span),
        count: Int(entry.load(fromByteOffset: 10, as: UInt8.self)) + 1)
      guard end + start + size <= length else { return false }
    }
    return true
  }

  @inline(never)
  mutating func loadRow() {
    guard let (bytes, length) = rows.fetch(key + Int64(row)),
      length >= (row == 0 ? PostingLayout.headSize : PostingLayout.laterHeadSize)
    else {
      row = directory.count
      return
    }
    var offset = PostingLayout.laterHeadSize
    if row == 0 {
      blocksBefore = 0
      blocks = Int(bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
      offset =
        PostingLayout.headSize
        + (directory.count > 1 ? directory.count * PostingLayout.rowEntrySize : 0)
    } else {
      blocksBefore = Int(bytes.loadUnaligned(as: UInt32.self))
      blocks = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    }
    if point(bytes, length, offset) {
      loadedRow = row
    } else {
      row = directory.count
    }
  }

  // MARK: Block directory

  /// Moves to the first block of the loaded row that does not end before a number.
  @inline(__always)
  mutating func skipBlocks(before number: UInt32) {
    while block < blocks, entryLast(block) < number { block &+= 1 }
  }

  /// One past the last number of the block that holds the first posting at or after `number` in the
  /// loaded row; 0 if there is none.
  @inline(__always)
  mutating func blockEnd(from number: UInt32) -> UInt32 {
    guard loadedRow == row else { return 0 }
    skipBlocks(before: number)
    guard block < blocks else { return 0 }
    return entryLast(block) == .max ? .max : entryLast(block) &+ 1
  }

  @inline(__always)
  func at(_ index: Int) -> PostingBlock {
    PostingBlock(entry: entries + index &* PostingLayout.entrySize, data: data)
  }

  @inline(__always)
  func entryFirst(_ index: Int) -> UInt32 {
    (entries + index &* PostingLayout.entrySize).loadUnaligned(as: UInt32.self)
  }

  @inline(__always)
  func entryLast(_ index: Int) -> UInt32 {
    (entries + index &* PostingLayout.entrySize)
      .loadUnaligned(fromByteOffset: 4, as: UInt32.self)
  }

  @inline(__always)
  func entryHighest(_ index: Int) -> UInt8 {
    (entries + index &* PostingLayout.entrySize).load(fromByteOffset: 11, as: UInt8.self)
  }
}
