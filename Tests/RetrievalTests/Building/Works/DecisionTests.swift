import Answers
import Foundation
import GRDB
import Literature
import Retrieval
import SeededRandom
import Testing

/// Decisions on duplicates persist, whatever happens to the sources and to the index.
struct DecisionTests {
  private static func work(
    _ id: String, _ title: String, doi: String? = nil, pmid: String? = nil, year: Int = 2019
  ) -> Record {
    var record = Record(id, title: title, text: "Mentors help where they can.")
    record.authors = ["Lee, A."]
    record.year = year
    record.doi = doi
    record.pmid = pmid
    return record
  }

  private static let one = "Peer workers in hepatitis C care"
  private static let other = "Mentors for people with diabetes"

  private static func ids(_ library: TemporaryLibrary) throws -> [String] {
    try library.use { try String.fetchAll($0, sql: "SELECT id FROM documents ORDER BY id") }
  }

  /// A library of two files, each with one record.
  private static func library(_ left: Record, _ right: Record) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [left])
    try library.write("b.jsonl", [right])
    try library.index()
    return library
  }

  private static func indexer(_ library: TemporaryLibrary) -> Indexer {
    Indexer(path: library.indexPath)
  }

  @Test func `documents that are merged stay one, whatever happens to files and index`() throws {
    let library = try Self.library(Self.work("a", Self.one), Self.work("b", Self.other))
    #expect(try Self.ids(library) == ["a", "b"])
    let report = try Self.indexer(library).merge(["a", "b"])
    #expect(report.decisions == 1 && report.documents.count == 1)
    #expect(report.documents.first?.records.map(\.id).sorted() == ["a", "b"])
    #expect(try Self.ids(library).count == 1)
    #expect(try library.open().check().problems == [])
    // A second run without changes.
    #expect(try library.index().records.unchanged == 2)
    #expect(try Self.ids(library).count == 1)
    // A file has moved.
    let manager = FileManager.default
    try manager.moveItem(atPath: library.path("b.jsonl"), toPath: library.path("moved.jsonl"))
    try library.index(prune: true)
    #expect(try Self.ids(library).count == 1)
    // The index is built again, in two steps.
    try manager.removeItem(atPath: library.indexPath)
    _ = try Indexer(path: library.indexPath).index([library.path("a.jsonl")])
    #expect(try library.index().records.duplicate == 1)
    #expect(try Self.ids(library).count == 1)
    #expect(try library.open().duplicates().merged[0].records[1].reason == "your decision")
  }

  @Test func `records that are split stay apart, whatever happens to files and index`() throws {
    let library = try Self.library(
      Self.work("a", Self.one, doi: "10.1000/a"), Self.work("b", Self.one, doi: "10.1000/a"))
    #expect(try Self.ids(library).count == 1)
    let report = try Self.indexer(library).split("a")
    #expect(report.decisions == 1 && report.documents.map(\.id).sorted() == ["a", "b"])
    #expect(try library.index().records.unchanged == 2)
    let manager = FileManager.default
    try manager.moveItem(atPath: library.path("b.jsonl"), toPath: library.path("moved.jsonl"))
    try library.index(prune: true)
    #expect(try Self.ids(library) == ["a", "b"])
    try manager.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library) == ["a", "b"])
    let duplicates = try library.open().duplicates()
    #expect(duplicates.merged == [] && duplicates.possible == [])
    #expect(try library.open().check().problems == [])
  }

  @Test func `merging undoes a split, and splitting a merge`() throws {
    let library = try Self.library(
      Self.work("a", Self.one, pmid: "1"), Self.work("b", Self.one, pmid: "2"))
    #expect(try Self.ids(library).count == 2)
    for _ in 0..<2 {
      _ = try Self.indexer(library).merge(["a", "b"])
      #expect(try Self.ids(library).count == 1)
      _ = try Self.indexer(library).split("a")
      #expect(try Self.ids(library) == ["a", "b"])
    }
    let file = DecisionFile(index: library.indexPath)
    let text = try #require(try file.read())
    #expect(try file.decisions(text).map(\.verdict) == [.different])
  }

  @Test func `one record leaves a document, and the others stay`() throws {
    let library = try TemporaryLibrary()
    let records = (1...4).map { Self.work("r\($0)", Self.one, doi: "10.1000/a", year: 2015 + $0) }
    try library.write("a.jsonl", records)
    try library.index()
    #expect(try Self.ids(library).count == 1)
    let report = try Self.indexer(library).split("r1", ["r3"])
    #expect(report.decisions == 3)
    #expect(report.documents.map(\.records.count).sorted() == [1, 3])
    #expect(try Self.ids(library).count == 2)
    // A later record joins the records that it matches.
    try library.write("b.jsonl", [Self.work("r5", Self.one, doi: "10.1000/a", year: 2016)])
    try library.index()
    let work = try #require(try library.open().duplicates().merged.first)
    #expect(work.records.map(\.id).sorted() == ["r1", "r2", "r4", "r5"])
  }

  @Test func `a record that links two others stays with the one that it is not split from`() throws
  {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Self.work("a", Self.one, doi: "10.1000/a")])
    try library.write("b.jsonl", [Self.work("b", Self.one, doi: "10.1000/a", pmid: "7")])
    try library.write("c.jsonl", [Self.work("c", Self.other, pmid: "7")])
    try library.index()
    #expect(try Self.ids(library).count == 1)
    let report = try Self.indexer(library).split("b", ["c"])
    #expect(
      report.documents.map { $0.records.map(\.id).sorted() }.sorted { $0.count < $1.count }
        == [["c"], ["a", "b"]])
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library).count == 2)
    let merged = try library.open().duplicates().merged
    #expect(merged.map { $0.records.map(\.id).sorted() } == [["a", "b"]])
    // If all are separated, they stay separate.
    _ = try Self.indexer(library).split("a")
    #expect(try Self.ids(library) == ["a", "b", "c"])
  }

  @Test(arguments: [nil, "7"] as [String?])
  func `a decision on one chapter does not concern the others with its DOI`(
    pmid: String?
  ) throws {
    let library = try TemporaryLibrary()
    let doi = "10.1000/book"
    var chapter = Self.work("b", Self.other, doi: doi, pmid: pmid)
    chapter.authors = ["Roe, B."]
    let records = [
      Self.work("a", Self.one, doi: doi, pmid: pmid == nil ? nil : "6"), chapter,
      Self.work("c", "Pay of peers in prisons and schools"),
    ]
    try library.write("a.jsonl", records)
    try library.index()
    #expect(try Self.ids(library) == ["a", "b", "c"])
    let report = try Self.indexer(library).merge(["a", "c"])
    #expect(report.documents.map { $0.records.map(\.id).sorted() } == [["a", "c"]])
    #expect(try Self.ids(library).count == 2)
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try library.open().duplicates().merged.map(\.records.count) == [2])
    #expect(try Self.ids(library).contains("b"))
  }

  @Test func `copies of a record stay together`() throws {
    let library = try TemporaryLibrary()
    let records = [Self.work("a", Self.one), Self.work("b", Self.other)]
    try library.write("a.jsonl", records)
    try library.write("copy.jsonl", records)
    try library.index()
    #expect(try Self.ids(library) == ["a", "b"])
    #expect(try Self.indexer(library).merge(["a", "b"]).documents.first?.records.count == 4)
    let report = try Self.indexer(library).split("a")
    #expect(report.documents.map(\.records.count) == [2, 2])
    #expect(try Self.ids(library) == ["a", "b"])
  }

  @Test func `a decision on records with copies is written once`() throws {
    let library = try TemporaryLibrary()
    let records = [Self.work("a", Self.one), Self.work("b", Self.other)]
    for name in ["a.jsonl", "copy.jsonl", "third.jsonl"] { try library.write(name, records) }
    try library.index()
    let file = DecisionFile(index: library.indexPath)
    func decisions() throws -> [DuplicateDecision] {
      try file.decisions(try #require(try file.read()))
    }
    // The same document may be named twice.
    #expect(try Self.indexer(library).merge(["a", "b", "a"]).decisions == 9)
    #expect(try Self.ids(library) == ["a"])
    #expect(try decisions().map { $0.verdict } == [.same])
    #expect(try Self.indexer(library).split("a").decisions == 9)
    #expect(try Self.ids(library) == ["a", "b"])
    #expect(try decisions().map { $0.verdict } == [.different])
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library) == ["a", "b"])
  }

  @Test func `a decision is kept when fields that name no work change`() throws {
    let library = try Self.library(
      Self.work("a", Self.one, doi: "10.1000/a"), Self.work("b", Self.other))
    _ = try Self.indexer(library).merge(["a", "b"])
    var changed = Self.work("a", "Peer workers in hepatitis C services", doi: "10.1000/a")
    changed.keywords = ["peers"]
    try library.write("a.jsonl", [changed])
    var same = Self.work("b", Self.other)
    same.keywords = ["diabetes"]
    try library.write("b.jsonl", [same])
    #expect(try library.index().records.updated == 2)
    #expect(try Self.ids(library).count == 1)
  }

  @Test func `decisions by someone else apply at the next indexing`() throws {
    let library = try Self.library(Self.work("a", Self.one), Self.work("b", Self.other))
    let copy = try Self.library(Self.work("a", Self.one), Self.work("b", Self.other))
    _ = try Self.indexer(library).merge(["a", "b"])
    let file = DecisionFile(index: copy.indexPath)
    try FileManager.default.copyItem(
      atPath: DecisionFile(index: library.indexPath).path, toPath: file.path)
    #expect(try copy.index().records.unchanged == 2)
    #expect(try Self.ids(copy).count == 1)
    // Without the file, the index keeps what it was built with.
    try FileManager.default.removeItem(atPath: file.path)
    try copy.index()
    #expect(try Self.ids(copy).count == 1)
    // An empty file reverses all decisions.
    try Data().write(to: URL(filePath: file.path))
    try copy.index()
    #expect(try Self.ids(copy) == ["a", "b"])
  }

  @Test func `records that differ in nothing are merged and split by a person`() throws {
    let library = try Self.library(Self.work("a", "Editorial"), Self.work("a", "Editorial"))
    #expect(try Self.ids(library) == ["a", "b/a"])
    #expect(try Self.indexer(library).merge(["a", "b/a"]).decisions == 1)
    #expect(try Self.ids(library) == ["a"])
    #expect(try library.index().records.unchanged == 2)
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library) == ["a"])
    #expect(try Self.indexer(library).split("a").decisions == 1)
    #expect(try Self.ids(library) == ["a", "b/a"])
  }

  @Test func `records whose titles are too short to find them are merged by a person`() throws {
    let library = try Self.library(
      Record("a", title: "Mentors and diabetes", text: "Mentors help."),
      Record("b", title: "Peers", text: "Peers met."))
    #expect(try Self.ids(library) == ["a", "b"])
    #expect(try Self.indexer(library).merge(["a", "b"]).documents.count == 1)
    #expect(try Self.ids(library).count == 1)
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library).count == 1)
    _ = try Self.indexer(library).split("a")
    #expect(try Self.ids(library) == ["a", "b"])
  }

  @Test func `files without a title are merged by a person`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.txt", lines: ["xx", "", "yy zz one two three four"])
    try library.write("b.txt", lines: ["oo", "", "more words are here now ok"])
    try library.index()
    #expect(try Self.indexer(library).merge(["a", "b"]).documents.count == 1)
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try Self.ids(library).count == 1)
    _ = try Self.indexer(library).split("a")
    #expect(try Self.ids(library) == ["a", "b"])
  }

  @Test func `decisions that can't be made are errors`() throws {
    let library = try Self.library(Self.work("a", Self.one), Self.work("a", Self.one))
    let indexer = Self.indexer(library)
    #expect(throws: IndexError.unknownDocument(id: "x", path: library.indexPath)) {
      _ = try indexer.merge(["a", "x"])
    }
    #expect(throws: IndexError.unknownRecord(id: "x", document: "a")) {
      _ = try indexer.split("a", ["x"])
    }
    #expect(throws: IndexError.identicalRecords("a", "a")) { _ = try indexer.split("a") }
    #expect(try indexer.merge(["a", "a"]).decisions == 0)
    let file = DecisionFile(index: library.indexPath)
    #expect(try file.read() == nil)
    try Data("{}\n".utf8).write(to: URL(filePath: file.path))
    #expect(throws: IndexError.badDecisions(path: file.path, line: 1)) { try library.index() }
  }

  @Test func `a record that could not be recognised again is not merged`() throws {
    let library = try Self.library(Self.work("a", Self.one), Self.work("b", ""))
    try library.write("c.txt", lines: ["Note", "", "Peers."])
    try library.index()
    let indexer = Self.indexer(library)
    for id in ["b", "c"] {
      #expect(throws: IndexError.unrecognisableRecord(id)) { _ = try indexer.merge(["a", id]) }
      #expect(throws: IndexError.unrecognisableRecord(id)) { _ = try indexer.merge([id, "a"]) }
    }
    #expect(try DecisionFile(index: library.indexPath).read() == nil)
    #expect(try Self.ids(library) == ["a", "b", "c"])
  }

  /// Makes random decisions while files change, and compares the result with a fresh index.
  @Test(arguments: 1...4)
  func `a fresh build with the decisions is the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let library = try TemporaryLibrary()
    func record(_ id: String) -> Record {
      var record = Self.work(id, "A study of peer number \(Int.random(in: 0..<6, using: &random))")
      record.doi =
        Bool.random(using: &random) ? "10.1000/\(Int.random(in: 0..<6, using: &random))" : nil
      record.year = Int.random(in: 2015...2018, using: &random)
      return record
    }
    for file in 0..<3 {
      try library.write("f\(file).jsonl", (0..<6).map { record("f\(file)r\($0)") })
    }
    try library.index()
    for _ in 0..<8 {
      let ids = try Self.ids(library)
      if Bool.random(using: &random), ids.count > 1 {
        _ = try Self.indexer(library).merge(Array(ids.shuffled(using: &random).prefix(2)))
      } else if let id = ids.randomElement(using: &random) {
        _ = try Self.indexer(library).split(id)
      }
      let file = Int.random(in: 0..<3, using: &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        try library.write("f\(file).jsonl", (0..<6).map { record("f\(file)r\($0)") })
        try library.index(prune: true)
      }
    }
    try library.index(prune: true)
    func works() throws -> Set<Set<String>> {
      let rows = try library.use { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT document, id FROM records UNION ALL
            SELECT number, id FROM documents WHERE records = 1
            """)
      }
      let groups = Dictionary(grouping: rows) { row -> Int in row["document"] }
      return Set(groups.values.map { Set($0.map { row -> String in row["id"] }) })
    }
    let incremental = try works()
    #expect(try library.open().check().problems == [])
    try FileManager.default.removeItem(atPath: library.indexPath)
    try library.index()
    #expect(try works() == incremental)
  }
}
