import GRDB
import Retrieval
import Testing

/// The rows of a segment do not depend on how they are divided among threads.
struct SegmentBatchesTests {
  /// The rows of an index of random records; every tenth is the same work as the one before it, so
  /// that documents of the segment are deleted before it is written.
  private static func rows(_ batches: SegmentBatches) throws -> [String: [Row]] {
    let library = try TemporaryLibrary()
    var corpus = RandomCorpus(seed: 7, words: 60)
    var records = (0..<300).map { corpus.record("r\($0)", sentences: 6) }
    for index in stride(from: 9, to: records.count, by: 10) {
      records[index].pmid = records[index - 1].pmid
      records[index].title = records[index - 1].title
    }
    try library.write("a.jsonl", records)
    #expect(try library.index(batches: batches).records.duplicate > 0)
    return try library.use { database in
      let tables = ["passage_postings", "passage_positions", "document_postings", "document_terms"]
      return try Dictionary(
        uniqueKeysWithValues: tables.map {
          ($0, try Row.fetchAll(database, sql: "SELECT * FROM \($0)"))
        })
    }
  }

  @Test(arguments: [(1, 1, 1), (1, 1, 16), (40, 7, 2), (500, 299, 3)])
  func `batches of any size write the same rows`(
    postings: Int, documents: Int, ahead: Int
  ) throws {
    let expected = try Self.rows(SegmentBatches(postings: .max / 2, documents: 1_000))
    let found = try Self.rows(
      SegmentBatches(postings: postings, documents: documents, ahead: ahead))
    for (table, rows) in expected {
      #expect(rows.count > 100, "\(table)")
      #expect(found[table] == rows, "\(table)")
    }
  }
}
