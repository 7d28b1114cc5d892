import GRDB
import Query
import Retrieval
import Testing

/// Phrases, NEAR and fields find the same in our lists as in separate FTS5 tables with all
/// positions: one of passages, and one of whole documents.
struct PhraseAgreementTests {
  /// Temporary full-text tables, which exist as long as the connection.
  private static func makeFullText(_ database: Database, _ index: Index) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.reference USING fts5(
          title, heading, body, authors, tokenize='peerlit english');
        CREATE VIRTUAL TABLE temp.whole USING fts5(
          title, body, authors, tokenize='peerlit english');
        """)
    var authors: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, authors FROM documents") {
      // A word in the gap between two authors.
      authors[row["id"]] = (row["authors"] as String).replacing("\n", with: " zzgap ")
    }
    let numbers = try Int.fetchAll(
      database, sql: "SELECT number FROM passages ORDER BY document, number")
    var passages: [StoredPassage] = []
    try index.forEachPassage { passages.append($0) }
    #expect(numbers.count == passages.count)
    for (number, passage) in zip(numbers, passages) {
      try database.execute(
        sql: """
          INSERT INTO temp.reference (rowid, title, heading, body, authors) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          number, passage.title, passage.heading, passage.body, authors[passage.document],
        ])
    }
    // These records are abstracts, so all passages of a document are one text.
    for row in try Row.fetchAll(database, sql: "SELECT number, id FROM documents") {
      let (number, id): (Int, String) = (row["number"], row["id"])
      var (body, heading) = ("", "")
      let own = passages.filter { $0.document == id }
      for passage in own {
        if passage.heading != heading { body += passage.heading + " " }
        heading = passage.heading
        body += passage.body + " "
      }
      try database.execute(
        sql: "INSERT INTO temp.whole (rowid, title, body, authors) VALUES (?, ?, ?, ?)",
        arguments: [number, own.first?.title, body, authors[id]])
    }
  }

  /// A string in an analysed form, which the tokenizer leaves unchanged.
  private static func analysed(_ terms: [String]) -> String {
    "\"\u{1}\(terms.map { $0 + "\u{1F}" }.joined())\""
  }

  private static func fullText(
    _ database: Database, _ expression: String, in table: String = "reference"
  ) throws -> Set<Int> {
    Set(
      try Int.fetchAll(
        database, sql: "SELECT rowid FROM temp.\(table) WHERE \(table) MATCH ?",
        arguments: [expression]))
  }

  /// Checks that NEAR also finds what is near in the whole text of a document.
  ///
  /// - Parameter hasPhrases: whether a phrase is an operand, which must be within a passage.
  private static func checkWhole(
    _ database: Database, _ index: Index, _ text: String, _ expression: String, hasPhrases: Bool
  ) throws {
    let found = try Self.found(index, text)
    let within = try fullText(database, expression)
    #expect(found.isSuperset(of: within), "\(text)")
    var documents: Set<Int> = []
    for row in try Row.fetchAll(database, sql: "SELECT number, document FROM passages")
    where found.contains(row["number"] as Int) {
      documents.insert(row["document"] as Int)
    }
    let expected = try fullText(database, expression, in: "whole")
    #expect(hasPhrases ? documents.isSubset(of: expected) : documents == expected, "\(text)")
  }

  private static func found(_ index: Index, _ text: String) throws -> Set<Int> {
    var request = SearchRequest(text)
    request.unit = .passage
    request.exact = true
    request.limit = 100_000
    return Set(try index.rank(request).map(\.number))
  }

  @Test(arguments: 0..<4)
  func `phrases, NEAR, prefixes and fields`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 300 + seed, words: seed % 2 == 0 ? 8 : 20)
    let library = try TemporaryLibrary()
    for call in 0..<3 {
      try library.write(
        "\(call).jsonl",
        (0..<[90, 25, 5][call]).map { corpus.record("\(call)-\($0)", sentences: 25) })
      try library.index()
    }
    let index = try library.open()
    try library.use { database in
      try Self.makeFullText(database, index)
      for _ in 0..<60 {
        // In peerlit, two operands never match the same word; FTS5 lets operands overlap.
        let words = corpus.differentWords(4)
        let distance = Int.random(in: 0...9, using: &corpus.random)
        let one = Self.analysed([words[0]])
        let two = Self.analysed([words[1]])
        let three = Self.analysed([words[2]])
        let pair = Self.analysed([words[0], words[1]])
        let prefix = String(words[0].prefix(3))
        for (text, expression) in [
          ("“\(words[0]) \(words[1])”", pair),
          ("“\(words[0]) \(words[1]) \(words[2])”", Self.analysed(Array(words.prefix(3)))),
          ("“\(words[0])-\(words[1])”", pair),
          ("\(words[0]) NEAR/\(distance) \(words[1])", "NEAR(\(one) \(two), \(distance))"),
          (
            "\(words[0]) NEAR/\(distance) \(words[1]) NEAR/\(distance) \(words[2])",
            "NEAR(\(one) \(two) \(three), \(distance))"
          ),
          (
            "“\(words[0]) \(words[1])” NEAR/\(distance) \(words[2])",
            "NEAR(\(pair) \(three), \(distance))"
          ),
          (
            "\(words[0])-\(words[1]) NEAR/\(distance) \(words[2])",
            "NEAR(\(pair) \(three), \(distance))"
          ),
          ("title:\(words[0])", "title : \(one)"),
          ("title:“\(words[0]) \(words[1])”", "title : \(pair)"),
          (
            "“\(words[0]) \(words[1])” NEAR/\(distance) “\(words[2]) \(words[3])”",
            "NEAR(\(pair) \(Self.analysed([words[2], words[3]])), \(distance))"
          ),
          (
            "title:(\(words[0]) NEAR/\(distance) \(words[1]))",
            "title : NEAR(\(one) \(two), \(distance))"
          ),
          (
            "\(prefix)* NEAR/\(distance) \(words[1])",
            "NEAR(\"\u{1}\(prefix)\u{1F}\"* \(two), \(distance))"
          ),
          ("author:\(words[0])", "authors : \(one)"),
          (
            "title:(\(words[0]) AND \(words[1]))", "title : (\(one) AND \(two))"
          ),
          ("title:(\(words[0]) AND NOT \(words[1]))", "title : (\(one) NOT \(two))"),
        ] {
          if expression.hasPrefix("NEAR") {
            try Self.checkWhole(
              database, index, text, expression, hasPhrases: expression.contains(pair))
            continue
          }
          let found = try Self.found(index, text)
          let expected = try Self.fullText(database, expression)
          #expect(found == expected, "\(text)")
        }
        // Invented words are their own terms, so a prefix of words is a prefix of terms.
        let found = try Self.found(index, "\(prefix)*")
        let expected = try Self.fullText(database, "\"\u{1}\(prefix)\u{1F}\"*")
        #expect(found == expected, "\(prefix)*")
      }
    }
  }

  @Test(arguments: [
    ("counsell*", ["body", "title"]), ("counselling*", ["body", "title"]), ("counselo*", []),
    ("title:counsel*", ["title"]), ("title:counsellor*", ["title"]),
    ("peer-led", ["body", "title"]),
    ("“peer led”", ["body", "title"]), ("peerled", ["body"]), ("author:vojt*", ["title"]),
    ("author:\"Vojta\"", ["title"]),
  ])
  func `words as people write them`(text: String, ids: [String]) throws {
    let library = try TemporaryLibrary()
    var titled = Record("title", title: "Counsellors, peer led", text: "Nothing else.")
    titled.authors = ["Vojta, M."]
    try library.write("a.jsonl", [Record("body", text: "Peer-led counselling."), titled])
    try library.index()
    var request = SearchRequest(text)
    request.unit = .passage
    request.exact = true
    let found = try library.open().references(request).map(\.id)
    #expect(Set(found) == Set(ids))
  }
}
