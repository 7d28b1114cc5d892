import Answers
import Foundation
import GRDB
import Query
import Retrieval
import Testing

/// The FTS5 table finds and ranks what peerlit's own postings do.
struct FullTextTests {
  private struct Found: Equatable, CustomStringConvertible {
    var passage: Int
    /// The score in millionths.
    var score: Int
    var description: String { "\(passage): \(score)" }
  }

  private static func byPostings(_ index: Index, _ words: [String]) throws -> [Found] {
    var request = SearchRequest(words.joined(separator: " "))
    request.unit = .passage
    request.exact = true
    request.limit = 100_000
    return try index.rank(request).map {
      Found(passage: $0.number, score: Int(($0.score * 1e6).rounded()))
    }
  }

  private static func byFullText(_ database: Database, _ words: [String]) throws -> [Found] {
    try Row.fetchAll(
      database,
      sql: "SELECT rowid, -rank FROM passages_fts WHERE passages_fts MATCH ? ORDER BY rank, rowid",
      arguments: [words.map { "\"\($0)\"" }.joined(separator: " OR ")]
    ).map { Found(passage: $0[0], score: Int((($0[1] as Double) * 1e6).rounded())) }
  }

  @Test(arguments: 0..<4)
  func `rank is the score of an exact search for passages`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 900 + seed, words: seed % 2 == 0 ? 8 : 40)
    let library = try TemporaryLibrary()
    var records = (0..<120).map { corpus.record("\($0)", sentences: 25) }
    for place in records.indices {
      records[place].keywords = corpus.differentWords(2)
      records[place].venue = "Journal of \(corpus.word())"
      records[place].imprint = ["publisher": corpus.word(), "abbreviation": corpus.word()]
      if place % 3 == 0 {
        records[place].text += "\n\n# References\n\n" + corpus.sentence(5...25)
      }
    }
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    try library.use { database in
      for count in 1...4 {
        for _ in 0..<12 {
          let words = corpus.differentWords(count)
          let found = try Self.byFullText(database, words)
          #expect(try found == Self.byPostings(index, words), "\(words)")
          #expect(!found.isEmpty)
        }
      }
    }
  }

  @Test func `words are found after many runs`() throws {
    var corpus = RandomCorpus(seed: 77, words: 12)
    let library = try TemporaryLibrary()
    for run in 0..<24 {
      try library.write("\(run).jsonl", (0..<4).map { corpus.record("\(run)-\($0)", sentences: 9) })
      try library.index()
    }
    try library.expectIntact()
    let index = try library.open()
    try library.use { database in
      for _ in 0..<10 {
        let words = corpus.differentWords(2)
        let found = try Self.byFullText(database, words).map(\.passage)
        let expected = try Self.byPostings(index, words).map(\.passage)
        #expect(found.sorted() == expected.sorted() && !found.isEmpty, "\(words)")
      }
    }
  }

  @Test func `four pages of FTS5 fit into a page of the file`() throws {
    var corpus = RandomCorpus(seed: 5, words: 96)
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<600).map { corpus.record("\($0)", sentences: 40) })
    try library.index()
    let sizes = try library.use {
      try Int.fetchAll(
        $0, sql: "SELECT length(block) FROM passages_fts_data ORDER BY length(block) DESC")
    }
    let largest = try #require(sizes.first)
    #expect(sizes.count > 10)
    // SQLite needs 8 bytes for its page, and less than 30 for each row.
    #expect((8_100...8_160).contains(largest))
  }

  @Test func `words of the corpus are ranked as by an exact search`() throws {
    let index = try SeedIndex.index.get()
    try IndexFile.open(path: index.path).use { database in
      for words in [
        ["peer", "support", "worker"], ["role", "clarity", "hcv"], ["2013"], ["engagement"],
      ] {
        let found = try Self.byFullText(database, words)
        #expect(try found == Self.byPostings(index, words), "\(words)")
        #expect(!found.isEmpty)
      }
    }
  }

  @Test func `a prefix finds at least what an exact search finds`() throws {
    let index = try SeedIndex.index.get()
    try IndexFile.open(path: index.path).use { database in
      let words = try String.fetchAll(
        database, sql: "SELECT word FROM words WHERE word GLOB '[a-z][a-z][a-z][a-z]*'"
      ).filter { $0.allSatisfy(\.isLetter) }
      var same = 0
      let sample = stride(from: 0, to: words.count, by: 17).map { words[$0] }
      for (place, word) in sample.enumerated() {
        let prefix = String(word.prefix(max(3, word.count - place % 4)))
        let found = try Int.fetchAll(
          database, sql: "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?",
          arguments: ["\(prefix)*"])
        let exact = try Set(Self.byPostings(index, ["\(prefix)*"]).map(\.passage))
        #expect(exact.isSubset(of: found) && !exact.isEmpty, "\(prefix)")
        if exact == Set(found) { same += 1 }
      }
      // FTS5 searches for the terms of the words as prefixes, which finds more for some.
      #expect(same * 10 > sample.count * 8)
    }
  }

  @Test func `phrases, NEAR, columns, prefixes, snippets and highlights`() throws {
    let library = try TemporaryLibrary()
    var record = Record(
      "a", title: "Peer-led groups",
      text: "Counsellors value role clarity. It is a role that needs more clarity.")
    record.authors = ["Lee, Ann", "Vojta, M."]
    record.keywords = ["Peer Group"]
    record.venue = "Journal of Stigma"
    record.imprint = ["abbreviation": "J Stigm"]
    try library.write("a.jsonl", [record, Record("b", title: "Else", text: "Role. Clarity.")])
    try library.index()
    try library.use { database in
      // As in a client that does not trust the schema of a file.
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      func ids(_ query: String) throws -> [String] {
        try String.fetchAll(
          database,
          sql: """
            SELECT id FROM passages_fts JOIN work_passages ON passage = passages_fts.rowid
            JOIN works USING (work) WHERE passages_fts MATCH ? ORDER BY id
            """, arguments: [query])
      }
      #expect(try ids("\"role clarity\"") == ["a", "b"])
      #expect(try ids("\"more clarity\"") == ["a"])
      #expect(try ids("NEAR(role needs, 1)") == ["a"])
      #expect(try ids("NEAR(role needs, 0)") == [])
      #expect(try ids("peerled") == ["a"])
      #expect(try ids("title : peer") == ["a"])
      #expect(try ids("body : peer") == [])
      #expect(try ids("keywords : \"peer group\"") == ["a"])
      #expect(try ids("authors : vojta") == ["a"])
      #expect(try ids("journal : stigma") == ["a"])
      #expect(try ids("journal_abbreviation : \"J Stigm\"") == ["a"])
      #expect(try ids("\"stigma J\"") == [])
      #expect(try ids("counsel*") == ["a"])
      #expect(try ids("counsello*") == ["a"])
      #expect(try ids("body : counsello*") == ["a"])
      #expect(try ids("title : counsello*") == [])
      #expect(try ids("\"more clarity\" *") == ["a"])
      #expect(try ids("NEAR(value clarit*, 1)") == ["a"])
      let texts = try Row.fetchAll(
        database,
        sql: """
          SELECT highlight(passages_fts, 0, '[', ']'),
            snippet(passages_fts, 2, '[', ']', '…', 6), authors
          FROM passages_fts WHERE passages_fts MATCH 'peer OR "role clarity"' ORDER BY rank LIMIT 1
          """
      ).map { "\($0)" }
      #expect(
        texts == [
          "[highlight(passages_fts, 0, '[', ']'):\"[Peer]-led groups\" "
            + "snippet(passages_fts, 2, '[', ']', '…', 6):"
            + "\"Counsellors value [role clarity]. It is…\" authors:\"Lee, Ann ; Vojta, M.\"]"
        ])
    }
  }

  @Test func `check finds a term that only one of them has`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("a", title: "Peers", text: "Peers walk.")])
    try library.index()
    #expect(try library.open().check().problems == [])
    try library.use { database in
      try database.execute(
        sql: """
          INSERT INTO passages_fts (passages_fts, rowid, title, body)
          VALUES ('delete', 0, 'Peers', 'Peers walk.');
          INSERT INTO passages_fts (rowid, title, body) VALUES (0, 'Peers', 'Peers.');
          """)
    }
    #expect(
      try library.open().check().problems == [
        "“walk” is in 0 passages of the FTS5 table, but in 1 of the ranked postings. "
          + "Index your sources again."
      ])
  }

  @Test(arguments: [-5, 0, 1, 31, 65_537])
  func `a page size that FTS5 does not allow is ignored`(size: Int) throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("a", title: "Peers", text: "Peers walk.")])
    try library.index()
    try library.use { database in
      try database.execute(
        sql: "UPDATE passages_fts_config SET v = ? WHERE k = 'pgsz'", arguments: [size])
    }
    var corpus = RandomCorpus(seed: 47, words: 40)
    try library.write("b.jsonl", (0..<50).map { corpus.record("\($0)", sentences: 2) })
    try library.index()
    try library.expectIntact()
  }

  @Test func `an index without the table has everything else`() throws {
    let library = try TemporaryLibrary()
    var options = IndexOptions()
    options.fullText = false
    try library.write("a.jsonl", [Record("a", title: "Peers", text: "Peers walk.")])
    _ = try Indexer(path: library.indexPath, options: options).index([library.folder])
    try library.write("a.jsonl", [Record("a", title: "Peers", text: "Peers run.")])
    try library.index()
    let index = try library.open()
    #expect(try index.check().problems == [])
    #expect(try index.search(SearchRequest("run")).hits.count == 1)
    try library.use { database in
      let hasTable = try database.tableExists("passages_fts")
      #expect(!hasTable)
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM works") == 1)
    }
  }
}
