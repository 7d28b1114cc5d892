import Answers
import Foundation
import GRDB
import Literature
import Query
import Retrieval
import SeededRandom
import Synchronization
import TestSupport
import Testing

/// The same work from several sources is one document, whatever the order.
struct WorkMergerTests {
  /// The seconds that indexing records takes whose titles and first authors are nearly the same.
  private func seconds(similarTitles count: Int) throws -> Double {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      (0..<count).map { number in
        // Five letters, spread over the alphabet.
        var rest = number * 7_919
        var town = ""
        for _ in 0..<5 {
          town.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
          rest = rest / 26 + number % 26
        }
        var record = Record(
          "r\(number)", title: "A study of peer support in the town of \(town)",
          text: "Peers were asked.")
        record.authors = ["Smith, A."]
        return record
      })
    let start = ContinuousClock.now
    try library.index()
    return start.duration(to: .now) / .seconds(1)
  }

  @Test func `indexing similar titles takes time in proportion to their number`() throws {
    // The shorter of two times, because other tests run at the same time.
    let few = min(try seconds(similarTitles: 1_000), try seconds(similarTitles: 1_000))
    let many = min(try seconds(similarTitles: 6_000), try seconds(similarTitles: 6_000))
    // Comparing all pairs would take more than 36 times as long.
    #expect(many < 24 * max(few, 0.2), "\(few) s, then \(many) s")
  }

  /// All documents as stored in the index, by public id.
  private static func documents(_ library: TemporaryLibrary) throws -> [String: Document] {
    let ids = try library.use { try String.fetchAll($0, sql: "SELECT id FROM documents") }
    let index = try library.open()
    return try ids.reduce(into: [:]) { all, id in
      var document = try #require(try index.document(id))
      // A record that only moved within its file keeps its old line number.
      document.source.line = nil
      document.source.path = URL(filePath: document.source.path).lastPathComponent
      document.otherSources = document.otherSources.map { source in
        Source(path: URL(filePath: source.path).lastPathComponent, key: source.key)
      }
      all[id] = document
    }
  }

  @Test func `copies of a file in two folders are one work, as long as both exist`() throws {
    let library = try TemporaryLibrary()
    let minutes = ["Minutes of May", ""] + Array(repeating: "Peers met on Monday.", count: 20)
    let note = ["Inner text", "", "Mentors help."]
    for folder in ["one", "two"] {
      try FileManager.default.createDirectory(
        atPath: library.path(folder), withIntermediateDirectories: true)
      try library.write("\(folder)/minutes.txt", lines: minutes)
      try library.write("\(folder)/note.txt", lines: note)
    }
    // A short text identifies a work only together with the name of the file.
    try library.write("two/memo.txt", lines: note)
    let first = try library.index()
    #expect(first.records.added == 3 && first.records.duplicate == 2 && first.records.addUp)
    let report = try library.open().duplicates()
    let reasons = report.merged.map { $0.records.compactMap(\.reason) }
    #expect(reasons == [["same text"], ["same text"]])
    #expect(report.possible.map(\.reason) == ["same text"])
    #expect(try library.index().records.unchanged == 5)
    // A changed copy is another work.
    try library.write("two/minutes.txt", lines: minutes + ["Next time: June."])
    #expect(try library.index().records.updated == 1)
    #expect(try library.open().duplicates().merged.count == 1)
    #expect(try library.ids().count == 4)
    try library.write("two/minutes.txt", lines: minutes)
    try library.index()
    #expect(try library.ids().count == 3)
    try library.remove("one/minutes.txt")
    #expect(try library.index(prune: true).removed == 1)
    #expect(try library.ids().count == 3)
    try library.expectIntact()
  }

  private static let abstract = String(repeating: "Mentors help where they can. ", count: 20)

  private static func work(
    _ id: String, _ title: String = "Peer workers in hepatitis C care", text: String = "",
    doi: String? = nil, pmid: String? = nil
  ) -> Record {
    var record = Record(id, title: title, text: text)
    record.authors = ["Lee, A."]
    record.year = 2019
    record.doi = doi
    record.pmid = pmid
    return record
  }

  @Test func `two records of a work are one document`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("thin", doi: "10.1000/a")])
    var full = Self.work("full", "Peer worker in Hepatitis C care.", text: "Mentors help.")
    full.keywords = ["peers"]
    try library.write("b.jsonl", [full, Self.work("other", "Another work of some words")])
    var told: [IndexIncident] = []
    let account = try library.index { if $0.outcome == .duplicate { told.append($0) } }
    #expect(account.records.added == 2 && account.records.duplicate == 1)
    #expect(account.records.addUp)
    #expect(told.count == 1)
    #expect(told.first?.reason.hasPrefix("same work as full, “") == true)
    #expect(
      told.first?.reason.hasSuffix("” in b.jsonl, line 1 (same title, year and first author)")
        == true)
    #expect(told.first?.id == "thin" && told.first?.place == "line 1")
    let documents = try Self.documents(library)
    #expect(documents.keys.sorted() == ["full", "other"])
    let merged = try #require(documents["full"])
    #expect(merged.text == "Mentors help." && merged.doi == "10.1000/a")
    #expect(merged.keywords == ["peers"])
    #expect(merged.source == Source(path: "b.jsonl", key: "full"))
    #expect(merged.otherSources == [Source(path: "a.jsonl", key: "thin")])
    // The id of every record finds the work.
    #expect(try library.open().document("thin")?.id == "full")
    let again = try library.index()
    #expect(again.records.unchanged == 3 && again.records.seen == 3 && again.missing == 0)
    try library.expectIntact()
  }

  @Test func `a damaged record is an error, and its work stays as it is`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", text: Self.abstract, doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", doi: "10.1000/a", pmid: "7")])
    try library.index()
    try library.use {
      try $0.execute(sql: "UPDATE records SET data = zeroblob(20) WHERE id = 'b'")
    }
    let number = try #require(
      try library.use { try Int.fetchOne($0, sql: "SELECT number FROM records WHERE id = 'b'") })
    try library.write("c.jsonl", [Self.work("c", doi: "10.1000/a")])
    let damage = IndexError.damaged(path: library.indexPath, detail: "record \(number)")
    #expect(throws: damage) { try library.index() }
    #expect(throws: damage) { try library.open().duplicates() }
    #expect(try Self.documents(library)["a"]?.identifiers.count == 2)
  }

  @Test func `data from a source is removed with the source`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", text: Self.abstract, doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", doi: "10.1000/a", pmid: "7")])
    try library.index()
    #expect(try Self.documents(library)["a"]?.identifiers.count == 2)
    try library.remove("b.jsonl")
    // Without pruning, it stays and is reported.
    let kept = try library.index()
    #expect(kept.missing == 1 && kept.records.unchanged == 1)
    #expect(try Self.documents(library)["a"]?.identifiers.count == 2)
    #expect(try library.index(prune: true).removed == 1)
    let rest = try #require(try Self.documents(library)["a"])
    #expect(rest.identifiers == [Identifier(.doi, "10.1000/a")] && rest.otherSources == [])
    try library.expectIntact()
  }

  @Test func `a record that bridges two works merges them, and splits them when it is removed`()
    throws
  {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", "Peer support for one thing", doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", "Peer support for others", pmid: "7")])
    try library.index()
    #expect(try Self.documents(library).count == 2)
    try library.write(
      "c.jsonl", [Self.work("c", "Peers, and a third title", doi: "10.1000/a", pmid: "7")])
    let account = try library.index()
    #expect(account.records.duplicate == 1 && account.records.unchanged == 2)
    #expect(try Self.documents(library).count == 1)
    try library.remove("c.jsonl")
    try library.index(prune: true)
    #expect(try Self.documents(library).keys.sorted() == ["a", "b"])
    try library.expectIntact()
  }

  @Test func `the counts are those of the finished works`() throws {
    let library = try TemporaryLibrary()
    // The third record matches the first, but its PMID is not that of the second.
    try library.write(
      "a.jsonl",
      [Self.work("first"), Self.work("second", pmid: "1"), Self.work("third", pmid: "2")])
    var told: [IndexIncident] = []
    let account = try library.index { if $0.outcome == .duplicate { told.append($0) } }
    #expect(account.records.added == 2 && account.records.duplicate == 1)
    #expect(told.count == 1 && told.first?.reason.contains(" third") == false, "\(told)")
    let report = try library.open().duplicates()
    #expect(report.documents == 2 && report.duplicates == 1)
    // A record that bridges two new works makes the second of them a duplicate.
    try library.write("b.jsonl", [Self.work("x", "Peer support for one thing", doi: "10.1000/a")])
    try library.write("c.jsonl", [Self.work("y", "Peer support for others", pmid: "7")])
    try library.write(
      "d.jsonl", [Self.work("z", "Peers, and a third title", doi: "10.1000/a", pmid: "7")])
    told = []
    let more = try library.index { if $0.outcome == .duplicate { told.append($0) } }
    #expect(more.records.added == 1 && more.records.duplicate == 2 && more.records.addUp)
    #expect(told.map(\.id) == ["x", "y"])
    #expect(told.last?.reason.hasPrefix("same work as z, “") == true, "\(told)")
  }

  @Test func `every copy is reported as a duplicate of the kept record`() throws {
    let library = try TemporaryLibrary()
    try library.write("cinahl.jsonl", [Self.work("cinahl")])
    try library.write("embase.jsonl", [Self.work("embase", doi: "10.1000/a")])
    let full = Self.work("medline", text: Self.abstract, doi: "10.1000/a", pmid: "7")
    try library.write("medline.jsonl", [full])
    var told: [IndexIncident] = []
    try library.index { if $0.outcome == .duplicate { told.append($0) } }
    let kept = "same work as medline, “Peer workers in hepatitis C care” in medline.jsonl, line 1"
    #expect(told.map(\.id) == ["cinahl", "embase"])
    #expect(
      told.map(\.reason) == [
        "\(kept) (same title, year and first author)", "\(kept) (same doi 10.1000/a)",
      ])
    let work = try #require(try library.open().duplicates().merged.first)
    #expect(work.records.map(\.id).first == "medline")
    #expect(Set(work.records.dropFirst().map(\.id)) == Set(told.map(\.id)))
  }

  @Test func `a copy that only another copy connects to the kept record names both`() throws {
    let library = try TemporaryLibrary()
    let full = Self.work(
      "x", "Peer support for one thing", text: Self.abstract, doi: "10.1000/a")
    try library.write("b.jsonl", [full])
    try library.write("c.jsonl", [Self.work("y", "Peer support for others", pmid: "7")])
    try library.write(
      "d.jsonl", [Self.work("z", "Peers, and a third title", doi: "10.1000/a", pmid: "7")])
    var told: [IndexIncident] = []
    try library.index { if $0.outcome == .duplicate { told.append($0) } }
    let kept = "same work as x, “Peer support for one thing” in b.jsonl, line 1"
    #expect(told.map(\.id) == ["y", "z"])
    #expect(
      told.map(\.reason) == [
        "\(kept) (through z, “Peers, and a third title” in d.jsonl, line 1: same pmid 7)",
        "\(kept) (same doi 10.1000/a)",
      ])
  }

  @Test func `a new record that is kept instead of an old one says so`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("thin", doi: "10.1000/a")])
    try library.index()
    try library.write("b.jsonl", [Self.work("full", text: Self.abstract, doi: "10.1000/a")])
    var told: [IndexIncident] = []
    let account = try library.index { if $0.outcome == .duplicate { told.append($0) } }
    #expect(account.records.duplicate == 1 && account.records.added == 0)
    #expect(
      told.map(\.reason) == [
        "same work as thin, “Peer workers in hepatitis C care” in a.jsonl, line 1 "
          + "(same doi 10.1000/a); the new record is kept"
      ])
  }

  @Test func `a record that changes may leave its work`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", text: "Mentors.", doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", doi: "10.1000/a")])
    try library.index()
    try library.write("b.jsonl", [Self.work("b", "A wholly different work now", doi: "10.1000/b")])
    let account = try library.index()
    #expect(account.records.updated == 1 && account.records.unchanged == 1)
    #expect(try Self.documents(library).keys.sorted() == ["a", "b"])
    try library.expectIntact()
  }

  @Test func `a source that can't be read keeps what it gave`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", text: Self.abstract, doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", doi: "10.1000/a", pmid: "7")])
    try library.index()
    try library.write("b.jsonl", lines: [#"{"_id":"b","title":"#])
    let account = try library.index(prune: true)
    #expect(account.records.failed == 1 && account.removed == 0)
    #expect(try Self.documents(library)["a"]?.identifiers.count == 2)
  }

  /// Records that sometimes share titles, DOIs and PMIDs.
  private struct Draw {
    var random: SplitMix64
    var count = 0

    mutating func record(_ id: String) -> Record {
      count += 1
      func some<Value>(_ values: [Value]) -> Value? {
        Bool.random(using: &random) ? values.randomElement(using: &random) : nil
      }
      var record = Record(
        id, title: "A study of peer number \(Int.random(in: 0..<12, using: &random))")
      record.authors = some(["Lee, A.", "Ng, B."]).map { [$0] } ?? []
      record.year = some([2018, 2019])
      record.doi = some((0..<12).map { "10.1000/\($0)" })
      record.pmid = some((0..<12).map { "\($0 + 1)" })
      record.keywords = some([["a"], ["b", "c"], ["HIV Infections"]]) ?? []
      record.method = some([["qualitative"], ["cohort", "qualitative"]]) ?? []
      record.sampleSize = some([20, 45])
      record.text = some(["Interviews with 20 peer workers.", "Mentors help.", "Zebra."]) ?? ""
      return record
    }
  }

  @Test(arguments: 1...6)
  func `any order of changes ends as a fresh build does`(seed: UInt64) throws {
    var draw = Draw(random: SplitMix64(seed: seed))
    let library = try TemporaryLibrary()
    var files: [String: [Record]] = [:]
    for round in 0..<10 {
      for _ in 0...Int.random(in: 0...2, using: &draw.random) {
        let name = "f\(Int.random(in: 0..<4, using: &draw.random)).jsonl"
        let old = files[name] ?? []
        var new = old.filter { _ in Int.random(in: 0..<4, using: &draw.random) > 0 }
        for place in new.indices where Int.random(in: 0..<4, using: &draw.random) == 0 {
          new[place] = draw.record(new[place].id)
        }
        for number in 0..<Int.random(in: 0...5, using: &draw.random) {
          new.append(draw.record("\(name)-\(round)-\(draw.count)-\(number)"))
        }
        new.shuffle(using: &draw.random)
        if new.isEmpty || Int.random(in: 0..<5, using: &draw.random) == 0 {
          if files.removeValue(forKey: name) != nil { try library.remove(name) }
        } else {
          files[name] = new
          try library.write(name, new)
        }
      }
      // Some runs are interrupted before they have read everything.
      if round % 3 == 2 { try library.index(prune: true, shouldStop: { true }) }
      let account = try library.index(prune: true)
      #expect(account.records.addUp && account.missing == 0)
      #expect(account.records.seen == files.values.reduce(0) { $0 + $1.count })
      let fresh = try TemporaryLibrary()
      for (name, records) in files { try fresh.write(name, records) }
      try fresh.index()
      let (found, expected) = (try Self.documents(library), try Self.documents(fresh))
      let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
      for id in different.sorted() {
        Issue.record(
          "\(id): \(String(describing: found[id])), not \(String(describing: expected[id]))")
      }
      try library.expectIntact()
    }
    let again = try library.index(prune: true).records
    #expect(again.unchanged == again.seen)
  }

  @Test func `a work that is merged before it is written leaves no postings`() throws {
    let library = try TemporaryLibrary()
    var records = (0..<30).map { number in
      var record = Record(
        "r\(number)", title: "Study \(number) of mentors", text: "Mentors number\(number) help.")
      record.doi = "10.1234/\(number)"
      return record
    }
    for number in 0..<5 {
      var copy = records[number]
      copy.id = "copy-\(number)"
      copy.text = "Mentors number\(number) help the copied word."
      records.append(copy)
    }
    try library.write("a.jsonl", records)
    try library.index(smallIndex: 0)
    let index = try library.open()
    let stats = try index.stats()
    #expect(stats.documents == 30)
    #expect(stats.deleted == 5)
    let rows = try library.use {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM deleted_postings")
    }
    #expect(rows == 0)
    let postings = try library.use { try PlainPostings($0) }
    for (term, list) in postings.documents {
      #expect(list.keys.allSatisfy { postings.ids[$0] != nil }, "\(term)")
    }
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest("mentors")
      request.exact = true
      request.unit = unit
      request.count = true
      #expect(try index.search(request).total.documents == 30)
    }
    try library.expectIntact()
  }
}
