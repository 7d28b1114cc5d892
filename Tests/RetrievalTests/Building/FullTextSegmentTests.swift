import Foundation
import GRDB
import Ranking
import Retrieval
import SeededRandom
import Testing

/// The segments that peerlit writes for FTS5 contain what was added, and FTS5 finds them intact.
struct FullTextSegmentTests {
  /// An occurrence of a term, as the table `fts5vocab` of FTS5 lists it.
  private struct Occurrence: Hashable, Comparable, CustomStringConvertible {
    var term: String
    var row: Int
    var column: String
    var offset: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.term, a.row, a.column, a.offset) < (b.term, b.row, b.column, b.offset)
    }
    var description: String { "\(term) \(row) \(column) \(offset)" }
  }

  /// A table without text, whose segments are written by peerlit and merged by FTS5.
  private struct Table {
    let database: Database
    let pageSize: Int

    init(_ database: Database, pageSize: Int) throws {
      self.database = database
      self.pageSize = pageSize
      let columns = FullTextColumn.allCases.map(\.rawValue).joined(separator: ", ")
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE passages_fts USING fts5(\(columns), content='');
          INSERT INTO passages_fts (passages_fts, rank) VALUES ('pgsz', \(pageSize));
          CREATE VIRTUAL TABLE occurrences USING fts5vocab(passages_fts, instance);
          """)
    }

    /// Writes a segment of new rows and rows that were deleted, by their terms.
    func write(_ found: Set<Occurrence>, deleted: [String: Set<Int>]) throws {
      var structure = try FullTextStructure(database)
      let number = structure.unusedNumber
      var writer = try FullTextSegmentWriter(database, segment: number, pageSize: pageSize)
      let byTerm = Dictionary(grouping: found, by: \.term)
      for term in Set(byTerm.keys).union(deleted.keys).sorted() {
        var encoder = DoclistEncoder()
        encoder.begin()
        for row in (deleted[term] ?? []).sorted() { encoder.addDeleted(row) }
        let byRow = Dictionary(grouping: byTerm[term] ?? [], by: \.row)
        for (row, places) in byRow.sorted(by: { $0.key < $1.key }) {
          // In the order of the fields of a passage, which is not that of the columns.
          let fields = places.compactMap { place in
            FullTextColumn(rawValue: place.column).map { ($0.firstPosition, place.offset) }
          }
          for (position, offset) in fields.sorted(by: <) {
            encoder.add(position: position, offset: UInt32(offset))
          }
          encoder.end(row)
        }
        try encoder.bytes.withUnsafeBytes { try writer.add(Array(("0" + term).utf8), $0) }
      }
      structure.add(segment: number, pages: try writer.finish())
      try structure.write(database)
    }

    func occurrences() throws -> Set<Occurrence> {
      try Set(
        Row.fetchAll(database, sql: "SELECT term, doc, col, offset FROM occurrences").map {
          Occurrence(term: $0[0], row: $0[1], column: $0[2], offset: $0[3])
        })
    }

    /// Lets FTS5 check its pages and their indexes.
    func check() throws {
      try database.execute(
        sql: "INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")
    }
  }

  /// Rows with occurrences of some terms, of which the first is the most frequent.
  private static func rows(
    _ numbers: Range<Int>, terms: Int, words: ClosedRange<Int>, _ random: inout SplitMix64
  ) -> Set<Occurrence> {
    var found: Set<Occurrence> = []
    for row in numbers {
      for _ in 0..<Int.random(in: words, using: &random) {
        let rank = Int(Double(terms) * pow(Double.random(in: 0..<1, using: &random), 4))
        let column = FullTextColumn.allCases.randomElement(using: &random) ?? .body
        found.insert(
          Occurrence(
            term: "term\(rank)", row: row, column: column.rawValue,
            offset: Int.random(in: 0..<(rank == 0 ? 90_000 : 300), using: &random)))
      }
    }
    return found
  }

  /// The size of a page, the number of rows, that of terms, and the words in a row.
  private static let cases: [(Int, Int, Int, ClosedRange<Int>)] = [
    (32, 300, 1, 1...2), (32, 60, 30, 0...40), (64, 3_000, 1, 1...1), (64, 400, 900, 1...9),
    (100, 40, 3, 200...400), (509, 2_000, 40, 1...30), (4_050, 900, 2_000, 10...60),
    (8_140, 20, 50, 2_000...3_000),
  ]

  @Test(arguments: cases)
  func `a segment has every occurrence`(
    pageSize: Int, rows: Int, terms: Int, words: ClosedRange<Int>
  ) throws {
    try DatabaseQueue().writeWithoutTransaction { database in
      var random = SplitMix64(seed: UInt64(pageSize + rows))
      let table = try Table(database, pageSize: pageSize)
      let found = Self.rows(1..<rows + 1, terms: terms, words: words, &random)
      try table.write(found, deleted: [:])
      try table.check()
      #expect(try table.occurrences() == found)
    }
  }

  @Test func `the list of a term that fills thousands of pages has an index of several levels`()
    throws
  {
    try DatabaseQueue().writeWithoutTransaction { database in
      let table = try Table(database, pageSize: 32)
      let found = Set(
        (1...20_000).map { Occurrence(term: "a", row: $0 * 3, column: "body", offset: $0 % 50) })
      try table.write(found, deleted: [:])
      try table.check()
      let levels = try Int.fetchAll(
        database,
        sql: """
          SELECT DISTINCT id >> 31 & 31 FROM passages_fts_data WHERE id >> 36 & 1 ORDER BY 1
          """)
      #expect(levels.count >= 3 && levels == Array(0..<levels.count), "\(levels)")
      for row in [3, 30_000, 59_997, 60_000] {
        #expect(
          try Int.fetchAll(
            database, sql: "SELECT rowid FROM passages_fts('a') WHERE rowid >= \(row) LIMIT 1")
            == [row])
      }
    }
  }

  @Test(arguments: 0..<6)
  func `rows are added and deleted in many segments, and FTS5 merges them`(seed: UInt64) throws {
    try DatabaseQueue().writeWithoutTransaction { database in
      var random = SplitMix64(seed: seed)
      let table = try Table(database, pageSize: [32, 200, 4_050][Int(seed % 3)])
      var found: Set<Occurrence> = []
      var next = 1
      for _ in 0..<20 {
        let removed = Set(
          Set(found.map(\.row)).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
        let gone = found.filter { removed.contains($0.row) }
        let deleted = Dictionary(grouping: gone, by: \.term).mapValues { Set($0.map(\.row)) }
        let count = Int.random(in: 0..<40, using: &random)
        let added = Self.rows(next..<next + count, terms: 25, words: 0...12, &random)
        next += count
        if added.isEmpty, deleted.isEmpty { continue }
        try table.write(added, deleted: deleted)
        found = found.subtracting(gone).union(added)
      }
      #expect(try table.occurrences() == found)
      try table.check()
    }
  }

  @Test(arguments: ["'optimize', NULL", "'merge', 1000"])
  func `FTS5 merges segments`(command: String) throws {
    try DatabaseQueue().writeWithoutTransaction { database in
      var random = SplitMix64(seed: 11)
      let table = try Table(database, pageSize: 200)
      var found: Set<Occurrence> = []
      for run in 0..<9 {
        let added = Self.rows(run * 50 + 1..<run * 50 + 51, terms: 60, words: 1...20, &random)
        let gone = found.filter { $0.row % 7 == run }
        try table.write(
          added,
          deleted: Dictionary(grouping: gone, by: \.term).mapValues { Set($0.map(\.row)) })
        found = found.subtracting(gone).union(added)
      }
      try database.execute(
        sql: "INSERT INTO passages_fts (passages_fts, rank) VALUES (\(command))")
      let segments = try FullTextStructure(database).levels.map(\.segments.count)
      #expect(segments.reduce(0, +) < 9, "\(segments)")
      try table.check()
      #expect(try table.occurrences() == found)
    }
  }
}
