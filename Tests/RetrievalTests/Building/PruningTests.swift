import Answers
import Query
import Retrieval
import Testing

/// Scores after documents were removed, without `--optimize`, equal those of a fresh index.
struct PruningTests {
  /// The scores of the hits of a query, by document or by document and text of the passage.
  private static func scores(
    _ index: Index, _ query: String, _ unit: SearchRequest.Unit
  ) throws -> [String: Double] {
    var request = SearchRequest(query)
    request.exact = true
    request.unit = unit
    request.limit = 1_000
    let hits = try index.search(request).hits
    return Dictionary(
      hits.map { ($0.document.id + (unit == .passage ? "/" + $0.passage.text : ""), $0.score) },
      uniquingKeysWith: max)
  }

  /// The greatest difference from the scores of a fresh index, relative to them.
  private static func difference(
    _ library: TemporaryLibrary, _ files: [String: [Record]], _ words: [String],
    _ unit: SearchRequest.Unit
  ) throws -> Double {
    let fresh = try TemporaryLibrary()
    for (name, records) in files { try fresh.write(name, records) }
    try fresh.index(optimize: true)
    let (index, rebuilt) = (try library.open(), try fresh.open())
    var greatest = 0.0
    for (first, second) in zip(words, words.dropFirst()) {
      for query in [first, "\(first) \(second)", "\(first)*"] {
        let found = try scores(index, query, unit)
        let expected = try scores(rebuilt, query, unit)
        #expect(Set(found.keys) == Set(expected.keys), "\(query)")
        for (id, score) in expected {
          greatest = max(greatest, abs((found[id] ?? 0) / score - 1))
        }
      }
    }
    return greatest
  }

  @Test(arguments: [1, 5, 12], SearchRequest.Unit.allCases)
  func `after pruning, a large index is close to a new one`(
    gone: Int, unit: SearchRequest.Unit
  ) throws {
    var corpus = RandomCorpus(seed: 6, words: 40)
    let library = try TemporaryLibrary()
    var files: [String: [Record]] = [:]
    for file in 0..<40 {
      files["\(file).jsonl"] = (0..<20).map { number in
        var record = corpus.record("\(file)-\(number)", sentences: 6)
        // Words that occur almost only in the deleted documents: their weights change most.
        if file < gone || number == 0 { record.text += " " + corpus.words[39 - number % 3] }
        return record
      }
    }
    for (name, records) in files { try library.write(name, records) }
    try library.index()
    for file in 0..<gone {
      files["\(file).jsonl"] = nil
      try library.remove("\(file).jsonl")
    }
    #expect(try library.index(prune: true, smallIndex: 0).removed > 0)
    #expect(try library.open().check().problems == [])
    // Impacts have 8 bits. A step of the smallest ones is more than the 1 % of average lengths.
    #expect(try Self.difference(library, files, corpus.words, unit) < 0.025)
  }

  @Test(arguments: [0.05, 0.5, 0.9], SearchRequest.Unit.allCases)
  func `after pruning, a small index equals a new one`(
    share: Double, unit: SearchRequest.Unit
  ) throws {
    var corpus = RandomCorpus(seed: 5, words: 40)
    let library = try TemporaryLibrary()
    var files: [String: [Record]] = [:]
    for file in 0..<20 {
      // Some files have different words and are longer than the rest.
      let special = Double(file) < share * 20
      files["\(file).jsonl"] = (0..<20).map { number in
        var record = corpus.record("\(file)-\(number)", sentences: special ? 40 : 4)
        if special { record.text += " " + corpus.words[number % 7] }
        return record
      }
    }
    for (name, records) in files { try library.write(name, records) }
    try library.index()
    for file in 0..<20 where Double(file) < share * 20 {
      files["\(file).jsonl"] = nil
      try library.remove("\(file).jsonl")
    }
    #expect(try library.index(prune: true).removed > 0)
    #expect(try library.open().check().problems == [])
    #expect(try Self.difference(library, files, corpus.words, unit) < 0.01)
  }
}
