import Foundation
import Query
import Retrieval
import Testing

/// Reranked documents have the same scores as in a plain implementation.
struct RerankerTests {
  @Test(arguments: 0..<5)
  func `scores equal those of a plain reranking`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 900 + seed, words: [40, 60, 90, 90, 96][Int(seed)])
    let library = try TemporaryLibrary()
    // In two segments, with documents of many passages among short ones.
    for (call, sentences) in [3, seed % 2 == 0 ? 30 : 8].enumerated() {
      try library.write(
        "batch-\(call).jsonl",
        (0..<240).map { number in
          corpus.record("\(call)-\(number)", sentences: number % 80 == 1 ? 900 : sentences)
        })
      try library.index()
    }
    let postings = try library.use { try PlainPostings($0) }
    let plain = try library.use { try PlainReranking($0, postings, isWord: { $0.count == 5 }) }
    let first = ExhaustiveRanking(postings: postings, unit: .document)
    let index = try library.open()
    var compared = 0
    while compared < 8 {
      let count = Int.random(in: 1...(compared % 4 == 0 ? 20 : 6), using: &corpus.random)
      var typed = (0..<count).map { _ in [corpus.word()] }
      if compared % 2 == 0 { typed.append([corpus.word(), corpus.word()]) }
      var request = SearchRequest(
        typed.map { $0.count > 1 ? "“\($0.joined(separator: " "))”" : $0[0] }
          .joined(separator: " "))
      request.unit = .document
      request.limit = 100
      let candidates = first.rank(try QueryParser().parse(request.text).tree, limit: 100)
      // With fewer documents, feedback would search for more.
      guard candidates.count == 100 else { continue }
      compared += 1
      let distinct = typed.reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
      let expected = plain.scores(
        Dictionary(uniqueKeysWithValues: candidates.map { (UInt32($0.number), $0.score) }),
        distinct.map { words in
          let lists = first.lists(words.count > 1 ? .phrase(words) : .word(words[0]))
          return PlainReranking.Part(
            words: words, times: Double(typed.count { $0 == words }), impacts: lists[0])
        })
      let found = try index.rank(request)
      #expect(Set(found.map { UInt32($0.number) }) == Set(expected.keys), "\(request.text)")
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
      let differences = found.map { number, score in
        (number, score, abs(score / (expected[UInt32(number)] ?? -1) - 1))
      }
      let worst = differences.max { $0.2 < $1.2 }
      #expect(
        worst.map { $0.2 < 0.002 } == true,
        "\(request.text): \(String(describing: worst)) of \(expected.values.max() ?? 0)")
    }
  }

  @Test func `authors and headings count, though they are in no text`() throws {
    let library = try TemporaryLibrary()
    var own = Record("own", title: "Recovery colleges", text: "Students and trainers.")
    own.authors = ["Repper J"]
    try library.write(
      "a.jsonl",
      [
        Record("other", title: "Recovery at work", text: "What recovery is."), own,
        Record("third", title: "Gardens", text: "Of trees."),
      ])
    try library.index()
    var request = SearchRequest("repper recovery")
    request.unit = .document
    request.explain = true
    let answer = try library.open().search(request)
    #expect(answer.hits.map(\.document.id) == ["own", "other"])
    let parts = try #require(answer.hits.first?.explanation?.parts)
    #expect(parts.contains { $0.term == "(authors, headings, stop words)" })
    let score = try #require(answer.hits.first?.score)
    #expect(abs(parts.reduce(0) { $0 + $1.score } - score) < 0.001)
  }
}
