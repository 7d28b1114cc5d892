import Analysis
import Answers
import Foundation
import Retrieval
import Synchronization
import Testing

/// Failures on the threads that prepare documents.
struct IndexPipelineTests {
  private struct NoAnalyzer: Error {}

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
