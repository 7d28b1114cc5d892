import Answers
import Foundation
import GRDB
import Ranking
import Retrieval
import Synchronization
import Testing

/// The outcome for files and records over several runs.
struct IndexerTests {
  private static func expectWhole(_ library: TemporaryLibrary) throws {
    #expect(try library.open().check().problems == [])
    // FTS5 compares its lists with the stored text, and throws if they differ.
    try library.use {
      try $0.execute(
        sql: "INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)")
    }
  }

  private static func words(_ library: TemporaryLibrary) throws -> [String: Int] {
    try library.use { database in
      try Row.fetchAll(database, sql: "SELECT word, count FROM words")
        .reduce(into: [:]) { $0[$1["word"]] = $1["count"] }
    }
  }

  private static func records(_ library: TemporaryLibrary) throws -> Set<String> {
    try library.use { Set(try String.fetchAll($0, sql: "SELECT id FROM documents")) }
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
    try Self.expectWhole(library)
  }

  @Test func `records of a touched file are told apart`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [Record("1", text: "Peers."), Record("2", text: "Mentors."), Record("3", text: "Old.")])
    try library.index()
    try library.write(
      "a.jsonl",
      [Record("1", text: "Peers."), Record("2", text: "Coaches."), Record("4", text: "New.")])
    let account = try library.index()
    #expect(account.records.unchanged == 1)
    #expect(account.records.updated == 1)
    #expect(account.records.added == 1)
    #expect(account.missing == 1 && account.removed == 0 && account.records.addUp)
    #expect(try Self.records(library) == ["1", "2", "3", "4"])
    #expect(try library.open().document("2")?.text == "Coaches.")
    try Self.expectWhole(library)
  }

  @Test func `a record gone from its file is told again, and pruned later`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    for _ in 0..<2 {
      let account = try library.index()
      #expect(account.missing == 1 && account.records.unchanged == 1 && account.records.seen == 1)
    }
    let pruned = try library.index(prune: true)
    #expect(pruned.removed == 1 && pruned.missing == 0 && pruned.records.unchanged == 1)
    #expect(try Self.records(library) == ["1"])
    try Self.expectWhole(library)
  }

  @Test func `a file that is gone is missing until pruned, under the paths of the call`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.write("b.jsonl", [Record("2", text: "Mentors.")])
    try library.index()
    try library.remove("b.jsonl")
    var seen: [IndexIncident] = []
    #expect(try library.index(incident: { seen.append($0) }).missing == 1)
    #expect(seen.map(\.outcome) == [.missing] && seen.first?.id == "2")
    // A run on another path prunes nothing here.
    var options = IndexOptions()
    options.prune = true
    let other = try Indexer(path: library.indexPath, options: options)
      .index([library.path("a.jsonl")])
    #expect(other.removed == 0)
    #expect(try library.index(prune: true).removed == 1)
    #expect(try Self.records(library) == ["1"])
    #expect(try library.index(prune: true).removed == 0)
    try Self.expectWhole(library)
  }

  @Test func `what lies below a folder that can't be read is not gone`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try FileManager.default.createDirectory(
      atPath: library.path("sub"), withIntermediateDirectories: false)
    try library.write("sub/b.jsonl", [Record("2", text: "Mentors.")])
    try library.index()
    // As if a disk were not mounted: the link exists, but its target does not.
    try library.remove("sub")
    try FileManager.default.createSymbolicLink(
      atPath: library.path("sub"), withDestinationPath: library.path("nowhere"))
    let unread = try library.index(prune: true)
    #expect(unread.removed == 0 && unread.files.failed == 1)
    #expect(try library.index().missing == 0)
    #expect(try Self.records(library) == ["1", "2"])
    try library.remove("sub")
    #expect(try library.index(prune: true).removed == 1)
    #expect(try Self.records(library) == ["1"])
  }

  @Test func `a line that fails keeps what it was, and the others stay unchanged`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index()
    try library.write(
      "a.jsonl", lines: [#"{"_id":"1","text":"Peers."}"#, #"{"_id":"2","text":"#])
    for _ in 0..<2 {
      var reasons: [String] = []
      let account = try library.index(prune: true) { reasons.append($0.place ?? "") }
      #expect(account.records.failed == 1 && account.records.addUp && account.removed == 0)
      #expect(account.records.seen == 2)
      #expect(reasons == ["line 2"])
      #expect(try Self.records(library) == ["1", "2"])
      // The first record has different fields than before, so it is updated once.
      #expect(account.records.updated + account.records.unchanged == 1)
    }
    #expect(try library.index().records.unchanged == 1)
  }

  @Test func `the same id in two files`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("x", text: "Peers.")])
    try library.write("b.jsonl", [Record("x", text: "Mentors speak."), Record("y", text: "Both.")])
    var renamed: [String] = []
    let account = try library.index { if $0.outcome == .renamed { renamed.append($0.id ?? "") } }
    #expect(renamed == ["b/x"])
    #expect(account.records.added == 3 && account.records.addUp)
    #expect(try Self.records(library) == ["x", "b/x", "y"])
    #expect(try library.index().records.unchanged == 3)
  }

  @Test func `the same id twice in a file`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("x", text: "Peers."), Record("x", text: "Mentors.")])
    let account = try library.index()
    #expect(account.records.added == 2 && account.records.addUp)
    #expect(try Self.records(library) == ["x", "x~2"])
    #expect(try library.index().records.unchanged == 2)
    try library.write("a.jsonl", [Record("x", text: "Coaches."), Record("x", text: "Peers.")])
    let second = try library.index()
    #expect(second.records.updated == 2 && second.records.addUp)
    #expect(try library.open().document("x")?.text == "Coaches.")
    #expect(try library.open().document("x~2")?.text == "Peers.")
    try Self.expectWhole(library)
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

  @Test func `after changes the index counts words as a fresh one does`() throws {
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
      try Self.expectWhole(library)
    }
    let fresh = try TemporaryLibrary()
    try fresh.write("a.jsonl", records)
    try fresh.index()
    #expect(try Self.words(library) == Self.words(fresh))
    for table in ["abbreviations", "passages", "documents", "texts"] {
      let counts = try [library, fresh].map { library in
        try library.use { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
      }
      #expect(counts[0] == counts[1], "\(table)")
    }
    try library.index(optimize: true)
    try Self.expectWhole(library)
  }

  @Test func `impacts are those of the raw text`() throws {
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

  @Test func `a build that is broken off leaves the last commit`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.index()
    do {
      // A killed process leaves changes without a commit.
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let queue = try DatabaseQueue(path: library.indexPath, configuration: configuration)
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN IMMEDIATE")
        try database.execute(sql: "DELETE FROM documents")
      }
      try queue.close()
    } catch is DatabaseError {}
    #expect(try Self.records(library) == ["1"])
    try Self.expectWhole(library)
  }

  @Test func `a file that was only begun is taken up again`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try Data().write(to: URL(filePath: library.indexPath))
    #expect(try library.index().records.added == 1)
    #expect(throws: IndexError.notAnIndex(path: library.path("a.jsonl"))) {
      _ = try Indexer(path: library.path("a.jsonl")).index([library.folder])
    }
  }

  @Test func `a stop keeps what was read, loses nothing and can be continued`() throws {
    var corpus = RandomCorpus(seed: 41, words: 40)
    let library = try TemporaryLibrary()
    for file in 0..<6 {
      try library.write(
        "f\(file).jsonl", (0..<300).map { corpus.record("\(file)-\($0)", sentences: 2) })
    }
    let asked = Mutex(0)
    let part = try library.index(shouldStop: {
      asked.withLock { count in
        count += 1
        return count > 3
      }
    })
    #expect(part.records.added > 0 && part.records.added < 1_800 && part.records.addUp)
    try Self.expectWhole(library)
    // A run with pruning that stops at once does not remove records that it did not reach.
    let stopped = try library.index(prune: true, shouldStop: { true })
    #expect(stopped.removed == 0 && stopped.missing == 0)
    let rest = try library.index(prune: true)
    #expect(rest.records.added + part.records.added == 1_800)
    #expect(rest.records.seen == 1_800 && rest.removed == 0)
    #expect(try Self.records(library).count == 1_800)
    try Self.expectWhole(library)
  }
}
