import Answers
import GRDB
import Query
import Retrieval
import Testing

/// AIDS in capitals is a disease, “aid” a help, and “aids” in a query either; all kinds of searches
/// agree.
struct AcronymTests {
  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    func record(_ id: String, _ title: String, _ text: String) -> Record {
      Record(id, title: title, text: text)
    }
    var keyword = record("k", "Record k", "Stigma in Malawi.")
    keyword.keywords = ["HIV/AIDS"]
    try library.write(
      "a.jsonl",
      [
        record("a", "Record a", "Decision aids for patients."),
        record("b", "Record b", "A decision aid for patients."),
        record("c", "Record c", "People who live with AIDS in Kenya."),
        record("d", "Record d", "Stigma of HIV/AIDS in Kenya."),
        record("e", "Record e", "Stigma of hiv/aids in Kenya."),
        record("f", "DECISION AIDS FOR PATIENTS", "A trial."),
        record("g", "Record g", "The WHO’s report recommends groups."),
        record("h", "Record h", "Peers who meet in groups."),
        record("i", "Record i", "Care in the US."),
        record("j", "Record j", "They told us."),
        keyword,
      ])
    try library.index()
    return library
  }

  /// Queries that FTS5 reads in the same way, and the documents that they find.
  private static let common: [(text: String, ids: String)] = [
    ("aid", "abef"), ("aids", "abcdefk"), ("Aids", "abcdefk"), ("AIDS", "cdefk"),
    ("\"decision aids\"", "abf"), ("\"decision aid\"", "abf"), ("\"DECISION AIDS\"", "abf"),
    ("\"hiv aids\"", "dek"), ("\"HIV AIDS\"", "dek"), ("\"live with aids\"", "c"),
    ("\"live with AIDS\"", "c"), ("HIV AND AIDS", "dek"), ("AIDS NOT HIV", "cf"),
    ("aid*", "abcdefk"), ("AIDS*", "abcdefk"), ("aided", "abef"),
    ("WHO", "g"), ("\"WHO's\"", "g"), ("US", "i"), ("us", "ij"),
    ("groups AND WHO", "g"), ("groups AND who", "gh"),
  ]

  /// Other queries.
  private static let others: [(text: String, ids: String)] = [
    ("HIV/AIDS", "dek"), ("hiv/aids", "dek"), ("title:aids", "f"), ("title:AIDS", "f"),
    ("title:aid", "f"), ("keyword:aids", "k"), ("keyword:AIDS", "k"), ("keyword:aid", ""),
    ("subject:\"HIV/AIDS\"", "k"), ("subject:\"hiv/aids\"", "k"),
    ("kenya NEAR/5 aids", "cde"), ("Kenya NEAR/5 AIDS", "cde"), ("aids PRE/2 kenya", "cde"),
    // A query in capitals throughout.
    ("DECISION AND AIDS", "abf"), ("DECISION AIDS NOT KENYA", "abfk"),
    ("GROUPS AND WHO", "gh"), ("AIDS NOT (HIV OR TB)", "cf"),
    ("a?ds", "abcdefk"), ("patients -aids", ""), ("patients -AIDS", "ab"),
  ]

  @Test(arguments: common + others, [SearchRequest.Unit.document, .passage])
  func `words find their senses`(
    query: (text: String, ids: String), unit: SearchRequest.Unit
  ) throws {
    let library = try library()
    let index = try library.open()
    for exact in [false, true] {
      var request = SearchRequest(query.text)
      request.exact = exact
      request.unit = unit
      request.related = 0
      request.limit = 100
      request.count = true
      let found = try index.search(request)
      #expect(found.hits.map(\.document.id).sorted().joined() == query.ids, "\(query.text)")
      #expect(found.total.documents == query.ids.count, "\(query.text)")
    }
  }

  @Test func `FTS5 finds the same`() throws {
    try library().use { database in
      for query in Self.common {
        let ids = try String.fetchAll(
          database,
          sql: """
            SELECT DISTINCT id FROM passages_fts JOIN work_passages ON passage = passages_fts.rowid
            JOIN works USING (work) WHERE passages_fts MATCH ? ORDER BY id
            """, arguments: [query.text])
        #expect(ids.joined() == query.ids, "\(query.text)")
      }
    }
  }

  @Test func `trying every position finds the same`() throws {
    let library = try library()
    let plain = PlainMatching(postings: try library.use { try PlainPostings($0) })
    let trees: [(tree: QueryTree, ids: String)] = [
      (.word("aid"), "abef"), (.word("aids"), "abcdefk"), (.word("AIDS"), "cdefk"),
      (.phrase(["decision", "aids"]), "abf"), (.phrase(["decision", "AIDS"]), "f"),
      (.phrase(["hiv", "AIDS"]), "dek"), (.prefix("aid"), "abcdefk"), (.word("WHO"), "g"),
      (.near(distance: 3, [.word("AIDS"), .word("kenya")]), "cde"),
      (.field(.title, .word("AIDS")), "f"),
    ]
    for (tree, ids) in trees {
      let found = plain.documents(tree).compactMap { plain.postings.ids[$0] }
      #expect(found.sorted().joined() == ids, "\(tree)")
    }
    try library.expectIntact()
  }

  private static let marks: [(text: String, id: String, mark: Range<Int>)] = [
    ("aids", "a", 9..<13), ("aid", "a", 9..<13), ("\"decision aid\"", "a", 0..<13),
    ("\"decision aids\"", "a", 0..<13), ("AIDS", "c", 21..<25), ("aids", "c", 21..<25),
    ("\"live with aids\"", "c", 11..<25),
  ]

  @Test(arguments: marks)
  func `the words that match are marked`(
    query: (text: String, id: String, mark: Range<Int>)
  ) throws {
    let library = try library()
    let hits = try library.open().search(SearchRequest(query.text)).hits
    let hit = try #require(hits.first { $0.document.id == query.id })
    let marks = hit.passage.highlights.filter { $0.field == .text }.map { $0.start..<$0.end }
    #expect(marks == [query.mark])
    withExtendedLifetime(library) {}
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["aids", "us"])
  func `the time of a phrase is not exponential in the number of its words`(word: String) throws {
    let library = try library()
    let phrase = Array(repeating: word, count: 50).joined(separator: " ")
    var request = SearchRequest("\"\(phrase)\" OR kenya")
    request.related = 0
    let found = try library.open().search(request)
    #expect(found.hits.map(\.document.id).sorted() == ["c", "d", "e"])
    withExtendedLifetime(library) {}
  }

  @Test func `synonyms of a user apply to all senses, and long forms add the acronym`() throws {
    let library = try TemporaryLibrary()
    let defined = (0..<3).map {
      Record(
        "defined-\($0)", title: "Six",
        text: "Acquired immunodeficiency syndrome (AIDS) in the villages of the river.")
    }
    try library.write(
      "a.jsonl",
      defined + [
        Record("disease", title: "One", text: "People with AIDS."),
        Record("plural", title: "Two", text: "Hearing aids."),
        Record("device", title: "Three", text: "An audiphone."),
      ])
    try library.index()
    let index = try Index(
      path: library.indexPath, synonyms: [["hearing aid", "audiphone"]])
    func ids(_ text: String) throws -> Set<String> {
      Set(try index.search(SearchRequest(text)).hits.map(\.document.id))
    }
    #expect(try ids("hearing AND aids").isSuperset(of: ["plural", "device"]))
    #expect(try ids("hearing AND aid").isSuperset(of: ["plural", "device"]))
    let long = try ids("acquired immunodeficiency syndrome")
    #expect(long.contains("disease") && !long.contains("plural"))
    withExtendedLifetime(library) {}
  }
}
