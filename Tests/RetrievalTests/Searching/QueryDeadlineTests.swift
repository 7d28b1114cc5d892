import Foundation
import Query
import Retrieval
import TestSupport
import Testing

/// A query stops at its time limit, and its partial results are not used later.
struct QueryDeadlineTests {
  /// Two words of the library.
  private static let query = RandomCorpus(seed: 7, words: 60).words.prefix(2)
    .joined(separator: " ")

  private func library() throws -> TemporaryLibrary {
    var corpus = RandomCorpus(seed: 7, words: 60)
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<60).map { corpus.record("\($0)", sentences: 6) })
    try library.index()
    return library
  }

  @Test func `a query beyond its time limit is interrupted`() throws {
    let library = try library()
    let index = try Index(path: library.indexPath, timeLimit: .nanoseconds(1))
    let words = RandomCorpus(seed: 7, words: 60).words
    #expect(throws: IndexError.interrupted) {
      try index.search(SearchRequest(words.joined(separator: " ")))
    }
  }

  @Test func `a statement is interrupted while it runs`() throws {
    let library = try library()
    let index = try Index(path: library.indexPath, timeLimit: .nanoseconds(1))
    // Reads whole tables, and no posting list.
    #expect(throws: IndexError.interrupted) { try index.check() }
  }

  @Test func `a query within its time limit is answered, also after one that was interrupted`()
    throws
  {
    let library = try library()
    let expected = try library.open().search(SearchRequest(Self.query))
    #expect(!expected.hits.isEmpty)
    let index = try Index(path: library.indexPath, timeLimit: .seconds(60))
    for _ in 0..<3 {
      #expect(try index.search(SearchRequest(Self.query)).hits == expected.hits)
    }
  }

  // SQLite counts the steps of a statement over all its runs and asks every hundred steps whether
  // to go on. So BEGIN is asked after some dozens of queries, when it has begun the transaction.
  @Test func `a query stopped after any number of others leaves no transaction open`() throws {
    let library = try library()
    for queries in 0..<60 {
      let index = try library.open()
      for _ in 0..<queries { _ = try index.search(SearchRequest(Self.query)) }
      #expect(throws: IndexError.interrupted) {
        try Index.withDeadline(.now) { try index.search(SearchRequest(Self.query)) }
      }
    }
  }

  @Test(arguments: [nil, QuerySyntax.ovid, .pubmed, .ebsco, .scopus, .wos, .peerlit])
  func `a query is not read beyond the deadline`(syntax: QuerySyntax?) {
    let strategy = (1...500).map { "\($0). peer" }.joined(separator: "\n")
    ReadingDeadline.$current.withValue(ContinuousClock.now - .seconds(1)) {
      #expect(throws: QueryError.tookTooLong) {
        try StrategyReader().read(strategy, syntax: syntax)
      }
      #expect(throws: QueryError.tookTooLong) {
        try QueryParser().parse("peer support", syntax: syntax)
      }
    }
    let strategyInTime = ReadingDeadline.$current.withValue(ContinuousClock.now + .seconds(600)) {
      try? StrategyReader().read(strategy, syntax: syntax)
    }
    #expect(strategyInTime?.lines.count == 500)
  }

  @Test func `the reading of a long line stops at the deadline`() {
    let text = (0..<11_000).map { "TITLE(w\($0))" }.joined(separator: " OR ")
    let error = ReadingDeadline.$current.withValue(ContinuousClock.now + .milliseconds(10)) {
      #expect(throws: QueryError.self) { try StrategyReader().read(text, syntax: .scopus) }
    }
    #expect(error == .tookTooLong)
  }

  @Test func `the reading of a long word stops at the deadline`() {
    let text = String(repeating: ".ti", count: 60_000)
    func read() throws(QueryError) { _ = try StrategyReader().read(text, syntax: .wos) }
    let whole = processorTime { _ = try? read() }
    let stopped = ReadingDeadline.$current.withValue(ContinuousClock.now + .milliseconds(10)) {
      processorTime { _ = #expect(throws: QueryError.tookTooLong) { try read() } }
    }
    #expect(stopped < whole / 2)
  }

  @Test(arguments: [
    (120, "a* NEAR/99 a* NEAR/99 a*", QuerySyntax.wos),
    (1, "a*" + String(repeating: " PRE/99 a*", count: 60), .scopus),
  ])
  func `words near each other are not looked for beyond the deadline`(
    documents: Int, query: String, syntax: QuerySyntax
  ) throws {
    let library = try TemporaryLibrary()
    let words = (0..<120).map { "a\($0)" }
    try library.write(
      "a.jsonl",
      lines: (0..<documents).map { number in
        let text = (words[number...] + words[..<number]).joined(separator: " ")
        return "{\"_id\":\"d\(number)\",\"title\":\"Title \(number)\",\"text\":\"\(text)\"}"
      })
    try library.index()
    let index = try library.open()
    var request = SearchRequest(query)
    request.syntax = syntax
    var found: [Int?] = []
    let whole = try processorTime { found = try index.strategy(request).lines.map(\.documents) }
    #expect(found == [documents])
    let stopped = processorTime {
      _ = #expect(throws: IndexError.interrupted) {
        try Index.withDeadline(.now + .milliseconds(10)) { try index.strategy(request) }
      }
    }
    #expect(stopped < whole / 3)
  }

  @Test func `lines whose words are not in the index are not counted beyond the deadline`() throws {
    let index = try library().open()
    var request = SearchRequest("1. zzza\n2. zzzb")
    request.reading = try QueryParser().read(request)
    #expect(throws: IndexError.interrupted) {
      try Index.withDeadline(.now) { try index.strategy(request) }
    }
  }

  @Test func `a strategy that is not read in time is interrupted`() throws {
    let library = try library()
    let index = try library.open()
    #expect(throws: IndexError.interrupted) {
      try Index.withDeadline(.now) { try index.strategy(SearchRequest("1. peer\n2. lay")) }
    }
    #expect(throws: IndexError.interrupted) {
      try Index.withDeadline(.now) { try index.search(SearchRequest("1. peer\n2. lay")) }
    }
  }
}
