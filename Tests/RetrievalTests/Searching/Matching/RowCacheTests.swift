import Query
import Retrieval
import TestSupport
import Testing

/// Rows that are kept between queries are those of the current index.
struct RowCacheTests {
  @Test func `repeated queries find the same, also after the index has changed`() throws {
    var corpus = RandomCorpus(seed: 5, words: 30)
    let library = try TemporaryLibrary()
    var index: Index?
    let requests = (0..<12).map { _ in
      var request = SearchRequest(corpus.query())
      request.exact = true
      request.limit = 50
      return request
    }
    for size in [300, 40, 200] {
      try library.write(
        "records.jsonl", (0..<size).map { corpus.record("\(size)-\($0)", sentences: 4) })
      try library.index(prune: true)
      let opened = try index ?? library.open()
      index = opened
      for request in requests {
        let expected = try library.open().rank(request)
        for _ in 0..<4 {
          let found = try opened.rank(request)
          #expect(found.map { $0.number } == expected.map { $0.number }, "\(request.text)")
          #expect(found.map { $0.score } == expected.map { $0.score }, "\(request.text)")
        }
      }
    }
  }
}
