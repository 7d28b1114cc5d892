import GRDB
import Retrieval
import Testing

/// The choice of the segments to merge, by their sizes, and the result of merging them.
struct SegmentMergerTests {
  @Test(arguments: 1...3) func `merged lists are those of one run`(seed: Int) throws {
    var corpus = RandomCorpus(seed: UInt64(seed), words: 60)
    let merged = try TemporaryLibrary()
    let whole = try TemporaryLibrary()
    for part in 0..<4 {
      let records = (0..<80).map { corpus.record("\(part)-\($0)", sentences: 6) }
      try merged.write("\(part).jsonl", records)
      try merged.index(optimize: part == 3)
      try whole.write("\(part).jsonl", records)
    }
    try whole.index(optimize: true)
    let expected = try Self.lists(whole)
    let found = try Self.lists(merged)
    for (table, rows) in expected {
      #expect(rows.count > 60, "\(table)")
      #expect(found[table] == rows, "\(table)")
    }
    try merged.expectIntact()
  }

  /// The rows of all lists by table, each with its term, whose number depends on the runs.
  private static func lists(_ library: TemporaryLibrary) throws -> [String: [Row]] {
    try library.use { database in
      let tables = ["passage_postings", "passage_positions", "document_postings"]
      return try Dictionary(
        uniqueKeysWithValues: tables.map { table in
          let rows = try Row.fetchAll(
            database,
            sql: """
              SELECT term, data FROM \(table) JOIN terms
                ON number = (id >> \(PostingKey.rowBits)) & \(1 << PostingKey.termBits - 1)
              ORDER BY term, id
              """)
          return (table, rows)
        })
    }
  }

  @Test(
    arguments: [
      ([], nil), ([5], nil), ([3, 1], 0..<2), ([4, 1], nil), ([9, 3, 1], 0..<3),
      ([100, 9, 3, 1], 1..<4), ([1, 1, 1, 1, 1, 1, 1], 0..<7), ([9, 1, 1], 1..<3),
    ] as [([Int], Range<Int>?)])
  func `at the end, the newest are merged with neighbours up to three times as large`(
    sizes: [Int], merged: Range<Int>?
  ) {
    #expect(SegmentMerger.newest(of: sizes, isLast: true) == merged)
  }

  @Test(
    arguments: [
      ([3, 1], nil), ([1, 1, 1, 1, 1, 1, 1], nil), ([1, 1, 1, 1, 1, 1, 1, 1], 0..<8),
      ([90, 1, 1, 1, 1, 1, 1, 1, 1], 1..<9),
    ] as [([Int], Range<Int>?)])
  func `while more are expected, eight are collected first`(sizes: [Int], merged: Range<Int>?) {
    #expect(SegmentMerger.newest(of: sizes, isLast: false) == merged)
  }

  @Test func `batches of one size never leave more than a dozen live`() {
    var sizes: [Int] = []
    var written = 0
    for _ in 0..<300 {
      sizes.append(1)
      written += 1
      while let run = SegmentMerger.newest(of: sizes, isLast: false) {
        let size = sizes[run].reduce(0, +)
        sizes.replaceSubrange(run, with: [size])
        written += size
      }
      #expect(sizes.count <= 12)
    }
    // Merging two at a time would write every posting eight times over.
    #expect(written < 300 * 7)
  }
}
