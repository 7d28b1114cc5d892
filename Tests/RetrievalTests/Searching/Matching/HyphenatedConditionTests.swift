import Query
import Retrieval
import TestSupport
import Testing

/// A hyphenated word in a conjunction is found in the same documents as its parts as a phrase,
/// although it is scored by its parts.
struct HyphenatedConditionTests {
  @Test(arguments: 0..<4)
  func `the same documents as for the phrase`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 900 + seed, words: 20)
    let (library, _) = try RankingPropertyTests.grow(&corpus, sizes: [150, 40, 9], sentences: 6)
    let index = try library.open()
    for round in 0..<30 {
      let words = corpus.differentWords(4)
      let others = round % 3 == 0 ? "" : round % 3 == 1 ? " AND \(words[2])" : " AND \(words[3])*"
      for end in ["", " AND NOT \(words[3])"] {
        func found(_ part: String) throws -> [Int] {
          var request = SearchRequest("\(part)\(others) AND \(words[2])\(end)")
          request.exact = true
          request.unit = .document
          request.limit = 1000
          return try index.rank(request).map { $0.number }.sorted()
        }
        let hyphenated = try found("\(words[0])-\(words[1])")
        let phrase = try found("\"\(words[0]) \(words[1])\"")
        #expect(hyphenated == phrase, "\(words)\(others)\(end)")
      }
    }
  }
}
