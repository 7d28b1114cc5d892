import GRDB
import GRDBSQLite

/// Writes a segment of the FTS5 table: its leaf pages, the index of these pages, and the indexes of
/// long doclists.
///
/// The form is that of the comment at the head of SQLite's `fts5_index.c`; pages are filled as FTS5
/// itself does it, so that an index is as large and as fast as one that FTS5 wrote.
package struct FullTextSegmentWriter {
  private let segment: Int
  private let pageSize: Int
  private let data: BlobTable
  private let index: DirectStatement

  /// The first bytes of a page: the offsets of its first row and of its footer.
  private static let header: [UInt8] = [0, 0, 0, 0]
  /// The number of pages without a term from which the index of a doclist is written.
  private static let fewestIndexedPages = 4

  private var page = header
  /// The offsets of the terms in the page, as differences.
  private var footer: [UInt8] = []
  private var lastTerm = 0
  private var number = 1
  private var hasTerm = false
  /// Whether the next row is the first one of the page, before any term.
  private var needsFirstRow = false

  private var previous: [UInt8] = []
  /// The shortest prefix that distinguishes the first term of a page from the term before it, and
  /// the number of that page; 0 if it is written.
  private var separator: [UInt8] = []
  private var separated = 1
  private var pagesWithoutTerm = 0
  private var doclistIndex: DoclistIndex

  /// - Parameters:
  ///   - segment: a number that the table does not use yet.
  ///   - pageSize: the size of a page, which is exceeded by a few bytes at most.
  package init(_ database: Database, segment: Int, pageSize: Int) throws {
    self.segment = segment
    self.pageSize = pageSize
    data = try BlobTable(database, table: FullTextSchema.table + "_data", value: "block")
    index = try DirectStatement(
      database,
      sql: "INSERT INTO \(FullTextSchema.table)_idx (segid, term, pgno) VALUES (?, ?, ?)")
    doclistIndex = DoclistIndex(pageSize: pageSize)
  }

  /// Adds a term, which must be greater than those before it.
  ///
  /// - Parameters:
  ///   - term: its bytes, with FTS5's prefix.
  ///   - doclist: its rows; see ``DoclistEncoder``.
  package mutating func add(_ term: [UInt8], _ doclist: UnsafeRawBufferPointer) throws {
    try begin(term)
    if page.count + footer.count + doclist.count < pageSize {
      page.append(contentsOf: doclist)
      return
    }
    var reader = SQLiteVarint.Reader(doclist)
    var row: UInt64 = 0
    while !reader.isAtEnd {
      let difference = reader.next()
      row += difference
      if needsFirstRow {
        setHeader(at: 0, page.count)
        page.append(varint: row)
        needsFirstRow = false
        let (data, segment) = (data, segment)
        try doclistIndex.add(row, page: number) {
          try data.insert(Self.key(segment: segment, level: $0, page: $1, isIndex: true), $2)
        }
      } else {
        page.append(varint: difference)
      }
      let start = reader.offset
      let size = Int(reader.next() >> 1)
      reader.offset += size
      try add(poslist: UnsafeRawBufferPointer(rebasing: doclist[start..<reader.offset]))
    }
  }

  /// Writes the last page.
  ///
  /// - Returns: the number of pages.
  package mutating func finish() throws -> Int {
    if page.count > Self.header.count { try flush() }
    if number > 1 { try writeSeparator() }
    return number - 1
  }

  private mutating func begin(_ term: [UInt8]) throws {
    if page.count + footer.count + term.count + 2 >= pageSize, page.count > Self.header.count {
      try flush()
    }
    footer.append(varint: UInt64(page.count - lastTerm))
    lastTerm = page.count
    var shared = 0
    while shared < min(previous.count, term.count), previous[shared] == term[shared] { shared += 1 }
    if hasTerm {
      page.append(varint: UInt64(shared))
    } else {
      if number > 1 {
        try writeSeparator()
        separator = Array(term.prefix(shared + 1))
        separated = number
      }
      shared = 0
    }
    page.append(varint: UInt64(term.count - shared))
    page.append(contentsOf: term[shared...])
    previous = term
    hasTerm = true
    needsFirstRow = false
    doclistIndex.begin(page: number)
  }

  /// Adds a poslist with its size, on several pages if necessary; no integer is split.
  private mutating func add(poslist: UnsafeRawBufferPointer) throws {
    if page.count + footer.count + poslist.count <= pageSize {
      page.append(contentsOf: poslist)
      return
    }
    var start = 0
    while start < poslist.count {
      let end = Self.end(
        ofPieceFrom: start, of: poslist, space: pageSize - page.count - footer.count)
      page.append(contentsOf: poslist[start..<end])
      start = end
      if page.count + footer.count >= pageSize { try flush() }
    }
  }

  /// The end of the longest piece of whole integers that fits into a space; at least one integer.
  private static func end(
    ofPieceFrom start: Int, of poslist: UnsafeRawBufferPointer, space: Int
  ) -> Int {
    if poslist.count - start <= space { return poslist.count }
    var reader = SQLiteVarint.Reader(poslist)
    reader.offset = start
    _ = reader.next()
    var end = reader.offset
    while !reader.isAtEnd {
      _ = reader.next()
      if reader.offset - start > space { break }
      end = reader.offset
    }
    return end
  }

  /// Writes the page and begins the next one.
  private mutating func flush() throws {
    setHeader(at: 2, page.count)
    if hasTerm {
      page.append(contentsOf: footer)
    } else {
      if needsFirstRow { doclistIndex.addPageWithoutRow() }
      pagesWithoutTerm += 1
    }
    try data.insert(Self.key(segment: segment, level: 0, page: number, isIndex: false), page)
    page.removeAll(keepingCapacity: true)
    page.append(contentsOf: Self.header)
    footer.removeAll(keepingCapacity: true)
    lastTerm = 0
    number += 1
    hasTerm = false
    needsFirstRow = true
  }

  /// Writes the row that leads to the last page that begins a term, and the index of the doclist of
  /// its last term, if that fills many pages.
  private mutating func writeSeparator() throws {
    guard separated > 0 else { return }
    let isIndexed = !doclistIndex.isEmpty && pagesWithoutTerm >= Self.fewestIndexedPages
    if isIndexed {
      for (height, level) in doclistIndex.levels.enumerated() where !level.bytes.isEmpty {
        try data.insert(
          Self.key(segment: segment, level: height, page: level.number, isIndex: true), level.bytes)
      }
    }
    doclistIndex.begin(page: number)
    pagesWithoutTerm = 0
    let place = Int64(separated) << 1 | (isIndexed ? 1 : 0)
    try separator.withUnsafeBytes { bytes in
      try index.run { statement in
        sqlite3_bind_int64(statement, 1, Int64(segment))
        // An empty blob, not NULL.
        sqlite3_bind_blob(
          statement, 2, bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1), Int32(bytes.count),
          nil)
        sqlite3_bind_int64(statement, 3, place)
        return sqlite3_step(statement)
      }
    }
    separated = 0
  }

  private mutating func setHeader(at offset: Int, _ value: Int) {
    page[offset] = UInt8(truncatingIfNeeded: value >> 8)
    page[offset + 1] = UInt8(truncatingIfNeeded: value)
  }

  /// The key of a page: the segment, whether it belongs to the index of a doclist, its level in
  /// that index, and its number.
  private static func key(segment: Int, level: Int, page: Int, isIndex: Bool) -> Int64 {
    Int64(segment) << 37 | (isIndex ? 1 << 36 : 0) | Int64(level) << 31 | Int64(page)
  }
}
