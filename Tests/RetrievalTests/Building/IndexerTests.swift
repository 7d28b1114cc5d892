import Answers
import Foundation
import GRDB
import Ranking
import Retrieval
import TestSupport
import Testing

/// Outcomes of runs, by the contents of records.
struct IndexerTests {
  private static func words(_ library: TemporaryLibrary) throws -> [String: Int] {
    try library.use { database in
      try Row.fetchAll(database, sql: "SELECT word, count FROM words")
        .reduce(into: [:]) { $0[$1["word"]] = $1["count"] }
    }
  }

  @Test func `a second run changes nothing`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    #expect(try library.index().records.added == 2)
    let bytes = try library.use { try Int.fetchOne($0, sql: "SELECT max(number) FROM documents") }
    let second = try library.index()
    #expect(second.records.unchanged == 2 && second.records.seen == 2 && second.records.addUp)
    #expect(second.files.seen == 1 && second.missing == 0)
    #expect(
      try library.use { try Int.fetchOne($0, sql: "SELECT max(number) FROM documents") } == bytes)
  }

  @Test func `a newer appraiser appraises unchanged documents again`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index(appraisal: "older")
    #expect(try library.index(appraisal: "older").records.unchanged == 2)
    let report = try library.index()
    #expect(report.records.updated == 2 && report.records.addUp)
    #expect(try library.index().records.unchanged == 2)
    try library.expectIntact()
  }

  @Test func `words of a record that is replaced in the same run are not listed`() throws {
    let library = try TemporaryLibrary()
    let texts = ["Kestrel peers.", "Peers were asked what helps, and said that trust does."]
    let records = texts.enumerated().map { number, text in
      var record = Record("\(number)", title: "Peers in prison", text: text)
      record.pmid = "20000001"
      return record
    }
    try library.write("a.jsonl", [records[0]])
    try library.write("b.jsonl", [records[1]])
    #expect(try library.index().records.duplicate == 1)
    let words = try Self.words(library)
    #expect(words["kestrel"] == nil && words["trust"] == 1)
    #expect(words.values.allSatisfy { $0 > 0 })
  }

  @Test func `the same id in two files`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("x", text: "Peers.")])
    try library.write("b.jsonl", [Record("x", text: "Mentors speak."), Record("y", text: "Both.")])
    var renamed: [String] = []
    let account = try library.index { if $0.outcome == .renamed { renamed.append($0.id ?? "") } }
    #expect(renamed == ["b/x"])
    #expect(account.records.added == 3 && account.records.addUp)
    #expect(try library.ids() == ["x", "b/x", "y"])
    #expect(try library.index().records.unchanged == 3)
  }

  @Test func `equal records get ids with numbers in order`() throws {
    let library = try TemporaryLibrary()
    let record = "TY  - JOUR\nTI  - Editorial\nER  - "
    try library.write("a.ris", lines: Array(repeating: record, count: 20))
    #expect(try library.index().records.added == 20)
    let ids = try library.ids()
    let first = try #require(ids.first { !$0.contains("/") })
    #expect(ids == Set([first, "a/\(first)"] + (2...19).map { "a/\(first)#\($0)" }))
    #expect(try library.index().records.unchanged == 20)
  }

  @Test func `columns are written in the order of their names`() throws {
    let methods = [
      "qualitative", "randomised-trial", "non-randomised-trial", "cluster-randomised-trial",
      "systematic-review", "commentary",
    ]
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      methods.enumerated().map { number, method in
        var record = Record("\(number)", text: "Peers were asked in garden \(number).")
        record.method = [method]
        record.year = 2019
        return record
      })
    try library.index()
    let names = try library.use {
      try String.fetchAll($0, sql: "SELECT name FROM document_columns ORDER BY rowid")
    }
    #expect(names.count > methods.count && names.contains("method:commentary"))
    // Numbers come first, then sets of documents.
    let descents = zip(names, names.dropFirst()).filter { $0.0 > $0.1 }
    #expect(descents.count < 2, "\(descents)")
  }

  @Test func `ids of an earlier run, of one file after another`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("x", text: "Peers."), Record("x/1", text: "Friends.")])
    #expect(try library.index().records.added == 2)
    try library.write("b.jsonl", [Record("x", text: "Mentors speak."), Record("y", text: "Both.")])
    try library.write("c.jsonl", [Record("y", text: "Coaches."), Record("x", text: "Visits.")])
    #expect(try library.index().records.added == 4)
    #expect(try library.ids() == ["x", "x/1", "b/x", "y", "c/y", "c/x"])
    try library.write("b.jsonl", [Record("y", text: "Both, changed."), Record("z", text: "New.")])
    let account = try library.index(prune: true)
    #expect(account.records.updated == 1 && account.records.added == 1 && account.removed == 1)
    #expect(try library.open().document("y")?.text == "Both, changed.")
    #expect(try library.index().records.unchanged == 6)
    try library.expectIntact()
  }

  @Test func `the same id twice in a file`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("x", text: "Peers."), Record("x", text: "Mentors.")])
    let account = try library.index()
    #expect(account.records.added == 2 && account.records.addUp)
    #expect(try library.ids() == ["x", "x~2"])
    #expect(try library.index().records.unchanged == 2)
    try library.write("a.jsonl", [Record("x", text: "Coaches."), Record("x", text: "Peers.")])
    let second = try library.index()
    #expect(second.records.updated == 2 && second.records.addUp)
    #expect(try library.open().document("x")?.text == "Coaches.")
    #expect(try library.open().document("x~2")?.text == "Peers.")
    try library.expectIntact()
  }

  @Test func `lone surrogates are repaired and counted`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      lines: [
        #"{"_id":"1","text":"Peer \ud800 work"}"#, #"{"_id":"2","text":"Whole \ud83d\ude00"}"#,
      ])
    var places: [String] = []
    let account = try library.index {
      if $0.outcome == .repaired { places.append($0.place ?? "") }
    }
    #expect(account.records.repaired == 1 && account.records.added == 2 && account.records.addUp)
    #expect(places == ["line 1"])
    #expect(try library.open().document("1")?.text == "Peer \u{FFFD} work")
    #expect(try library.index().records.unchanged == 2)
  }

  @Test func `an id with U+0000 is stored with a replacement, and found again`() throws {
    let library = try TemporaryLibrary()
    for (name, text) in [("a.jsonl", "Peer work."), ("b.jsonl", "Home visits.")] {
      try library.write(name, lines: [#"{"_id":"x\u0000y","text":"\#(text)"}"#])
    }
    #expect(try library.index().records.added == 2)
    #expect(try library.ids() == ["x\u{FFFD}y", "b/x\u{FFFD}y"])
    try library.write("b.jsonl", lines: [#"{"_id":"x\u0000y","text":"Home visits and calls."}"#])
    #expect(try library.index().records.updated == 1)
    try library.expectIntact()
  }

  @Test func `after changes, words are counted as in a new index`() throws {
    var corpus = RandomCorpus(seed: 31, words: 40)
    let library = try TemporaryLibrary()
    var records = (0..<60).map { corpus.record("r\($0)", sentences: 30) }
    records[0].text += " The hepatitis C virus (HCV) and peer support workers (PSWs)."
    try library.write("a.jsonl", records)
    try library.index()
    for round in 0..<3 {
      records.remove(at: round == 0 ? 0 : Int.random(in: 0..<records.count, using: &corpus.random))
      for _ in 0..<10 {
        let place = Int.random(in: 0..<records.count, using: &corpus.random)
        records[place] = corpus.record(records[place].id, sentences: 30)
      }
      records.append(corpus.record("new-\(round)", sentences: 30))
      try library.write("a.jsonl", records)
      let account = try library.index(prune: true)
      #expect(account.records.addUp && account.removed == 1)
      try library.expectIntact()
    }
    let fresh = try TemporaryLibrary()
    try fresh.write("a.jsonl", records)
    try fresh.index()
    #expect(try Self.words(library) == Self.words(fresh))
    for table in ["abbreviations", "definitions", "passages", "documents", "texts"] {
      let counts = try [library, fresh].map { library in
        try library.use { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
      }
      #expect(counts[0] == counts[1], "\(table)")
    }
    try library.index(optimize: true)
    try library.expectIntact()
  }

  @Test func `optimizing leaves few unused pages`() throws {
    var corpus = RandomCorpus(seed: 5, words: 90)
    let library = try TemporaryLibrary()
    for part in 0..<4 {
      let records = (0..<80).map { corpus.record("\(part)-\($0)", sentences: 30) }
      try library.write("\(part).jsonl", records)
      try library.index(optimize: part == 3)
    }
    let (unused, pages) = try library.use {
      (
        try Int.fetchOne($0, sql: "PRAGMA freelist_count") ?? -1,
        try Int.fetchOne($0, sql: "PRAGMA page_count") ?? -1
      )
    }
    #expect(unused >= 0 && unused * 8 <= pages)
    let size = try FileManager.default.attributesOfItem(atPath: library.indexPath)[.size] as? Int
    #expect(size == pages * IndexSchema.pageSize)
    try library.expectIntact()
  }

  @Test func `impacts can be computed from the text`() throws {
    // One segment: every impact can be computed by hand.
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record("1", title: "Zebra", text: "Peer zebra zebra walks."),
        Record("2", text: "Peer walks home."),
      ])
    try library.index()
    let postings = try library.use { try PlainPostings($0) }
    let parameters = BM25F.standard
    // In weighted lengths, a title of one word counts twice.
    let lengths: [Float] = [4 + 2, 3]
    let average: Float = 4.5
    func impact(_ counts: FieldCounts, _ document: Int) -> UInt8 {
      parameters.impact(
        counts, norm: parameters.norm(length: lengths[document], average: average))
    }
    #expect(postings.passages["zebra"] == [0: impact(FieldCounts(body: 2, title: 1), 0)])
    #expect(
      postings.passages["peer"]
        == [0: impact(FieldCounts(body: 1), 0), 1: impact(FieldCounts(body: 1), 1)])
    #expect(postings.documents == postings.passages)
    #expect(postings.positions["zebra"] == [0: [1, 2, 4096]])
  }
}
