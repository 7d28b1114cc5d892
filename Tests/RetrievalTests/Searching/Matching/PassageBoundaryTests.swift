import Analysis
import Answers
import Query
import Retrieval
import SeededRandom
import Testing

/// Words near each other are found although they are in different passages of one text.
struct PassageBoundaryTests {
  /// Sentences of ten words.
  private static func sentences(_ count: Int, first: String? = nil, last: String? = nil) -> String {
    (0..<count).map { number in
      let start = number == 0 ? first ?? "Garden" : "Garden"
      let end = number == count - 1 ? last ?? "table" : "table"
      return "\(start) tree river stone cloud field house bread lemon \(end)."
    }.joined(separator: " ")
  }

  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    func before(_ count: Int) -> String { sentences(count, last: "apple") }
    func after(_ count: Int) -> String { sentences(count, first: "Zebra") }
    let article = """
      Abstract

      \(sentences(5))

      Introduction

      \(before(70))

      Methods

      \(after(70))
      """
    try library.write(
      "a.jsonl",
      [
        Record("long", title: "Long abstract", text: before(18) + " " + after(18)),
        Record(
          "structured", title: "Structured abstract",
          text: "METHODS: \(before(5)) RESULTS: \(after(5))"),
        Record(
          "short", title: "Short sections",
          text: "METHODS: Apple. RESULTS: Tree. CONCLUSIONS: Zebra."),
        Record("article", title: "Article", text: article),
        Record("apart", title: "Apple without the other", text: "Zebra."),
      ])
    try library.index()
    return library
  }

  private static let queries: [(text: String, ids: Set<String>)] = [
    ("apple NEAR/0 zebra", ["long"]),
    ("zebra NEAR/0 apple", ["long"]),
    // The heading between two sections counts.
    ("apple NEAR/1 zebra", ["long", "structured"]),
    ("apple NEAR/2 zebra", ["long", "structured"]),
    ("apple NEAR/3 zebra", ["long", "structured", "short"]),
    // The sections of an article are separate texts.
    ("apple NEAR/1000 zebra", ["long", "structured", "short"]),
    ("apple PRE/1 zebra", ["long", "structured"]),
    ("zebra PRE/1 apple", []),
    ("(apple OR nowhere) NEAR/0 zebr*", ["long"]),
    ("lemon NEAR/0 apple NEAR/0 zebra", []),
    ("lemon NEAR/1 apple NEAR/1 zebra", ["long"]),
    ("lemon NEAR/2 apple NEAR/2 zebra", ["long", "structured"]),
    ("\"lemon apple\" NEAR/0 \"zebra tree\"", ["long"]),
    ("\"lemon apple\" PRE/1 (zebra NEAR/2 stone)", ["long", "structured"]),
    ("(lemon NEAR/1 zebra) NEAR/0 tree", ["long"]),
    ("abstract:(apple NEAR/1 zebra)", ["long", "structured"]),
    ("title:(apple NEAR/9 zebra)", []),
    ("apple NOT (apple NEAR/3 zebra)", ["article", "apart"]),
    // Passages end where sentences end, so a phrase is never in two of them.
    ("\"apple zebra\"", []),
    ("\"apple zebr*\"", []),
    ("apple PRE/0 zebra", []),
    ("\"apple zebra\" NEAR/5 tree", []),
  ]

  @Test(arguments: queries)
  func `passages of one text are searched as one`(text: String, ids: Set<String>) throws {
    let library = try Self.library()
    let index = try library.open()
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest(text)
      request.exact = true
      request.unit = unit
      let answer = try index.search(request)
      let found = Set(answer.hits.map(\.document.id))
      #expect(found == ids, "\(unit)")
      #expect(answer.total.documents == ids.count, "\(unit)")
      let references = Set(try index.references(request).map(\.id))
      #expect(references == ids, "\(unit)")
      #expect(try index.facets(request).documents == ids.count, "\(unit)")
    }
  }

  @Test func `a match is shown in the passage in which it begins`() throws {
    let library = try Self.library()
    let index = try library.open()
    for text in [
      "apple NEAR/0 zebra", "apple PRE/1 zebra", "(lemon NEAR/1 zebra) NEAR/0 tree",
    ] {
      var request = SearchRequest(text)
      request.exact = true
      let hits = try index.search(request).hits
      let long = try #require(hits.first { $0.document.id == "long" })
      #expect(long.passage.text.hasSuffix("apple."), "\(text)")
      #expect(long.moreInDocument == 0, "\(text)")
      #expect(!long.passage.highlights.isEmpty, "\(text)")
      request.unit = .passage
      let passages = try index.search(request)
      #expect(passages.total.passages == hits.count, "\(text)")
    }
  }

  /// The documents in which two words are so near in the analysed title or text.
  private static func near(
    _ words: [String], _ distance: Int, isOrdered: Bool, _ fields: [[[String]]]
  ) -> Set<Int> {
    func isNear(_ terms: [String]) -> Bool {
      let (left, right) = (
        terms.indices.filter { terms[$0] == words[0] },
        terms.indices.filter { terms[$0] == words[1] }
      )
      return left.contains { first in
        right.contains { second in
          (!isOrdered || second > first) && abs(second - first) - 1 <= distance
        }
      }
    }
    return Set(fields.indices.filter { fields[$0].contains(where: isNear) })
  }

  @Test(arguments: 0..<4)
  func `words are near each other as in the whole text`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 900 + seed, words: [20, 40, 60, 90][Int(seed)])
    let records = (0..<120).map { number in
      var record = corpus.record("\(number)", sentences: 40)
      record.authors = []
      return record
    }
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    let analyzer = try Analyzer()
    let fields = records.map { record in
      [record.title, record.text].map { analyzer.words(in: $0).map(\.term) }
    }
    for _ in 0..<40 {
      let words = corpus.differentWords(2)
      let distance = Int.random(in: 1...60, using: &corpus.random)
      for (name, isOrdered) in [("NEAR", false), ("PRE", true)] {
        var request = SearchRequest("\(words[0]) \(name)/\(distance) \(words[1])")
        request.exact = true
        request.limit = 1000
        let expected = Self.near(words, distance, isOrdered: isOrdered, fields)
        for unit in SearchRequest.Unit.allCases {
          request.unit = unit
          let found = try index.search(request).hits.map(\.document.id)
          #expect(Set(found.compactMap { Int($0) }) == expected, "\(request.text) by \(unit)")
        }
      }
    }
  }
}
