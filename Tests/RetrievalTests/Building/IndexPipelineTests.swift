import Analysis
import Answers
import Foundation
import GRDB
import Retrieval
import Synchronization
import Testing

/// The threads that read and prepare documents.
struct IndexPipelineTests {
  private struct NoAnalyzer: Error {}

  /// The dictionary is trained on one batch, on several, or on none.
  @Test(arguments: [5, 127, 200, 256, 257, 700, 1_023, 1_500])
  func `a library of any size is compressed and read back`(count: Int) throws {
    var corpus = RandomCorpus(seed: UInt64(count), words: 60)
    let records = (0..<count).map { corpus.record("r\($0)", sentences: 8) }
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    #expect(try library.index().records.added == count)
    let dictionaries = try library.use {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM dictionaries") ?? 0
    }
    #expect(dictionaries == (count < 128 ? 0 : 1))
    let index = try library.open()
    for record in records { #expect(try index.document(record.id)?.text == record.text) }
  }

  @Test(arguments: [0, 1])
  func `a thread whose analyzer can't be opened ends the run with an error`(good: Int) throws {
    let library = try TemporaryLibrary()
    for file in 0..<20 {
      try library.write(
        "\(file).jsonl", (0..<300).map { Record("\(file)-\($0)", text: "Peers walk \($0).") })
    }
    let opened = Mutex(0)
    var indexer = Indexer(path: library.indexPath)
    indexer.makeAnalyzer = { language in
      let number = opened.withLock { count in
        count += 1
        return count
      }
      if number > good { throw NoAnalyzer() }
      return try Analyzer(language: language)
    }
    #expect(throws: IndexError.self) { _ = try indexer.index([library.folder]) }
    // The next run works normally.
    #expect(try library.index().records.added > 0)
    let index = try library.open()
    #expect(try index.stats().documents == 6_000)
    #expect(try index.check().problems == [])
  }
}
