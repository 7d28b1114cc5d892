import Query
import Retrieval
import TestSupport
import Testing

/// Queries of very many words, which must be planned in time linear in their number.
@Suite(.serialized) struct PlanGrowthTests {
  @Test(.timeLimit(.minutes(5)))
  func `ten times the words take at most 25 times as long`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", lines: [#"{"_id":"a","title":"Peers","text":"Words."}"#])
    try library.index()
    let index = try library.open()
    func request(_ count: Int) -> SearchRequest {
      var request = SearchRequest((0..<count).map { "w\($0)[ti]" }.joined(separator: " OR "))
      request.syntax = .pubmed
      return request
    }
    func time(_ count: Int) -> Duration {
      let request = request(count)
      return medianProcessorTime { _ = try? index.strategy(request) }
    }
    #expect(try index.strategy(request(600)).lines.map(\.documents) == [0])
    let short = max(.milliseconds(50), time(600))
    #expect(time(6000) <= short * 25)
  }
}
