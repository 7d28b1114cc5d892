import Answers
import Embeddings
import Query
import Retrieval
import TestSupport
import Testing

/// Documents that are close in meaning to a query rank higher, and nothing else changes.
struct MeaningTests {
  private static let groups = [
    ["kitchen", "recip", "oven"], ["burnout", "exhaust"], ["garden", "tree", "flower"],
  ]

  /// An index of a library that was made with a small table.
  private static func index(_ library: TemporaryLibrary) throws -> EmbeddingTable {
    let table = try #require(SmallEmbeddings(groups: groups).table)
    var options = IndexOptions()
    options.embeddings = table
    _ = try Indexer(path: library.indexPath, options: options).index([library.folder])
    return table
  }

  private static func open(
    _ library: TemporaryLibrary, _ table: EmbeddingTable?,
    without: Set<RerankingFeature> = []
  ) throws -> Index {
    var settings = SearchSettings()
    settings.embeddings = table
    settings.without = without
    return try Index(path: library.indexPath, settings: settings)
  }

  private static func request(_ text: String) -> SearchRequest {
    var request = SearchRequest(text)
    request.unit = .document
    request.limit = 100
    return request
  }

  /// Two documents with the same words of the query, of which one is about it.
  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("trees", title: "Workers", text: "Kitchen for the garden with a tree and a flower."),
        Record(
          "meals", title: "Workers",
          text: "Kitchen and the recipe with a oven for all colleagues."),
        Record("other", title: "Clinics", text: "The burnout of nurses, the exhaustion of all."),
      ])
    return library
  }

  @Test func `a document that is close in meaning ranks first`() throws {
    let library = try Self.library()
    let table = try Self.index(library)
    let with = try Self.open(library, table).search(Self.request("kitchen"))
    #expect(with.hits.map(\.document.id) == ["meals", "trees"])
    let without = try Self.open(library, table, without: [.meaning]).search(Self.request("kitchen"))
    #expect(without.hits.map(\.document.id) == ["trees", "meals"])
  }

  @Test func `an explanation names the words that are close in meaning`() throws {
    let library = try Self.library()
    let table = try Self.index(library)
    var request = Self.request("kitchen")
    request.explain = true
    let hit = try #require(try Self.open(library, table).search(request).hits.first)
    let parts = try #require(hit.explanation?.parts)
    let meaning = try #require(parts.first { $0.term == "(meaning)" })
    #expect(meaning.note == "close in meaning: oven, recipe")
    #expect(abs(parts.reduce(0) { $0 + $1.score } - hit.score) < 0.001)
  }

  @Test func `similar documents use the meaning of the whole document`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("asked", title: "Recipe", text: "The oven of workers at the clinic."),
        Record("trees", title: "Workers", text: "A garden, a tree and a flower."),
        Record("meals", title: "Workers", text: "Kitchen for all of them in every single ward."),
      ] + (1...3).map { Record("none-\($0)", title: "Clinics", text: "Something else \($0).") })
    let table = try Self.index(library)
    let request = Self.request("")
    let with = try Self.open(library, table).similar(to: "asked", request)
    let without = try Self.open(library, table, without: [.meaning]).similar(to: "asked", request)
    #expect(with?.hits.map(\.document.id) == ["meals", "trees"])
    #expect(without?.hits.map(\.document.id) == ["trees", "meals"])
  }

  @Test func `exact searches and passages do not use it`() throws {
    let library = try Self.library()
    let table = try Self.index(library)
    for unit in [SearchRequest.Unit.document, .passage] {
      var request = Self.request("kitchen")
      request.unit = unit
      request.exact = unit == .document
      let answers = try [Self.open(library, table), Self.open(library, nil)].map {
        try $0.search(request).hits.map { "\($0.document.id) \($0.score)" }
      }
      #expect(answers[0] == answers[1])
    }
  }

  @Test func `an index of another table is ranked without it`() throws {
    let library = try Self.library()
    let table = try Self.index(library)
    let other = try #require(SmallEmbeddings(groups: [["kitchen", "garden"], ["tree"]]).table)
    let ids = try Self.open(library, other).search(Self.request("kitchen")).hits.map(\.document.id)
    #expect(ids == ["trees", "meals"])
    // Documents that are added with another table have no embedding, and are found all the same.
    try library.write(
      "b.jsonl", [Record("late", title: "Late workers", text: "Kitchen, and what else is due.")])
    var options = IndexOptions()
    options.embeddings = other
    _ = try Indexer(path: library.indexPath, options: options).index([library.folder])
    let found = try Self.open(library, table).search(Self.request("kitchen"))
    #expect(Set(found.hits.map(\.document.id)) == ["trees", "meals", "late"])
  }

  @Test(arguments: 0..<4)
  func `the matches and their counts are the same with and without`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 70 + seed, words: 60)
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl", (0..<250).map { corpus.record("\($0)", sentences: 4) })
    // Half of the words have embeddings, in four groups.
    let groups = (0..<4).map { group in
      corpus.words.enumerated().filter { $0.offset % 8 == group }.map(\.element)
    }
    let table = try #require(SmallEmbeddings(groups: groups).table)
    var options = IndexOptions()
    options.embeddings = table
    _ = try Indexer(path: library.indexPath, options: options).index([library.folder])
    let with = try Self.open(library, table)
    let without = try Self.open(library, table, without: [.meaning])
    var reordered = 0
    for _ in 0..<60 {
      var request = Self.request(corpus.query())
      request.limit = 1000
      request.count = true
      request.facets = true
      request.related = 100
      let answers = try [with, without].map { try $0.search(request) }
      let ids = answers.map { $0.hits.map(\.document.id) }
      #expect(Set(ids[0]) == Set(ids[1]), "\(request.text)")
      #expect(ids[0].dropFirst(100) == ids[1].dropFirst(100), "\(request.text)")
      #expect(answers[0].total == answers[1].total)
      #expect(answers[0].facets == answers[1].facets)
      if ids[0] != ids[1] { reordered += 1 }
    }
    #expect(reordered > 0)
  }
}
