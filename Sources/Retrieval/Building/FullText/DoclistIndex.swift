/// The index of a doclist that fills several pages: the first row on each of them.
///
/// It is a tree: a page of an upper level has the first row of each page of the level below. The
/// form is that of the comment at the head of SQLite's `fts5_index.c`.
struct DoclistIndex {
  /// The last page of each level, the lowest first.
  private(set) var levels: [Level] = []
  private let pageSize: Int

  /// A page that is not written yet.
  struct Level {
    /// Its number, counted as leaf pages are.
    var number: Int
    var bytes: [UInt8] = []
    var last: UInt64?
  }

  init(pageSize: Int) {
    self.pageSize = pageSize
  }

  var isEmpty: Bool { levels.allSatisfy(\.bytes.isEmpty) }

  /// Begins the index of the next doclist.
  ///
  /// - Parameter page: the page on which the doclist begins.
  mutating func begin(page: Int) {
    // Called for every term; keeps the memory.
    levels.removeAll(keepingCapacity: true)
    levels.append(Level(number: page))
  }

  /// Adds a page that has no row of the doclist, but a part of a poslist.
  mutating func addPageWithoutRow() {
    if !isEmpty { levels[0].bytes.append(0) }
  }

  /// Adds a page.
  ///
  /// - Parameters:
  ///   - row: its first row.
  ///   - page: its number.
  ///   - write: writes a full page of the index: level, number and bytes.
  mutating func add(
    _ row: UInt64, page: Int, write: (Int, Int, [UInt8]) throws -> Void
  ) throws {
    var level = 0
    while true {
      if level == levels.count { levels.append(Level(number: 0)) }
      let isFull = levels[level].bytes.count >= pageSize
      if isFull { try close(level, write) }
      if let last = levels[level].last {
        levels[level].bytes.append(varint: row - last)
      } else {
        // The first byte says whether the page is the root.
        levels[level].bytes.append(isFull ? 1 : 0)
        levels[level].bytes.append(varint: UInt64(level == 0 ? page : levels[level - 1].number))
        levels[level].bytes.append(varint: row)
      }
      levels[level].last = row
      if !isFull { return }
      level += 1
    }
  }

  /// Writes a full page and begins the next one of its level.
  private mutating func close(
    _ level: Int, _ write: (Int, Int, [UInt8]) throws -> Void
  ) throws {
    levels[level].bytes[0] = 1
    try write(level, levels[level].number, levels[level].bytes)
    if level + 1 == levels.count { levels.append(Level(number: 0)) }
    if levels[level + 1].bytes.isEmpty {
      // The page was the root: the first row of the new root is its first row.
      let first = levels[level].bytes.withUnsafeBytes { bytes in
        var reader = SQLiteVarint.Reader(bytes)
        reader.offset = 1
        _ = reader.next()
        return reader.next()
      }
      let number = levels[level].number
      levels[level + 1] = Level(number: number, bytes: [0], last: first)
      levels[level + 1].bytes.append(varint: UInt64(number))
      levels[level + 1].bytes.append(varint: first)
    }
    levels[level] = Level(number: levels[level].number + 1)
  }
}
