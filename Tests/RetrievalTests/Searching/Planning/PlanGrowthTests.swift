import Query
import Retrieval
import TestSupport
import Testing

/// Queries of very many words, which must be run in time linear in their number.
@Suite(.serialized) struct PlanGrowthTests {
  /// A kind of query of a given number of words.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let size: Int
    let syntax: QuerySyntax
    /// The number of documents that it finds.
    let documents: Int
    let text: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  private static let inputs = [
    Input(name: "words of titles", size: 600, syntax: .pubmed, documents: 0) { count in
      (0..<count).map { "w\($0)[ti]" }.joined(separator: " OR ")
    },
    Input(name: "words joined by AND", size: 3000, syntax: .wos, documents: 0) { count in
      (0..<count).map { "w\($0)" }.joined(separator: " AND ")
    },
    // The sets of all headings had the same hash.
    Input(name: "subject headings", size: 2000, syntax: .peerlit, documents: 0) { count in
      "subject:(" + (0..<count).map { "w\($0)" }.joined(separator: " OR ") + ")"
    },
    // Each occurrence opened a list.
    Input(name: "a repeated word", size: 3000, syntax: .wos, documents: 1) { count in
      Array(repeating: "words", count: count).joined(separator: " AND ")
    },
    // No field has that many words.
    Input(name: "a long phrase", size: 5000, syntax: .wos, documents: 0) { count in
      "\"" + Array(repeating: "words", count: count).joined(separator: " ") + "\""
    },
  ]

  @Test(.timeLimit(.minutes(5)), arguments: inputs)
  func `ten times the words take at most 25 times as long`(input: Input) throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", lines: [#"{"_id":"a","title":"Peers","text":"Words."}"#])
    try library.index()
    let index = try library.open()
    func request(_ count: Int) -> SearchRequest {
      var request = SearchRequest(input.text(count))
      request.syntax = input.syntax
      return request
    }
    func time(_ count: Int) -> Duration {
      let request = request(count)
      return medianProcessorTime { _ = try? index.strategy(request) }
    }
    #expect(try index.strategy(request(input.size)).lines.map(\.documents) == [input.documents])
    let short = max(.milliseconds(50), time(input.size))
    #expect(time(input.size * 10) <= short * 25)
  }

  @Test func `a repeated wildcard takes about as long as a repeated word`() throws {
    let library = try TemporaryLibrary()
    let text = (0..<4000).map { "w\($0)" }.joined(separator: " ")
    try library.write(
      "a.jsonl", lines: ["{\"_id\":\"a\",\"title\":\"Peers\",\"text\":\"\(text)\"}"])
    try library.index()
    let index = try library.open()
    func time(_ word: String) -> Duration {
      var request = SearchRequest(
        Array(repeating: word, count: 20_000).joined(separator: " OR "))
      request.syntax = .peerlit
      return medianProcessorTime { _ = try? index.strategy(request) }
    }
    #expect(time("w*") <= max(.milliseconds(50), time("w1")) * 4)
  }
}
