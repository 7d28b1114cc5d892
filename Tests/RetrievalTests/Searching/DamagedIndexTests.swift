import Foundation
import GRDB
import Literature
import Query
import Retrieval
import SeededRandom
import Testing

/// Whatever an index file contains, a search ends in a response or an error, never in a crash or an
/// endless loop.
struct DamagedIndexTests {
  /// How often each kind of damage is tried; PEERLIT_DAMAGES tries more.
  private static let rounds =
    ProcessInfo.processInfo.environment["PEERLIT_DAMAGES"].flatMap { Int($0) } ?? 25

  /// Random texts with everything that has separate rows: facets, authors, abbreviations, sections.
  private static func library(_ random: inout SplitMix64) throws -> TemporaryLibrary {
    var corpus = RandomCorpus(seed: random.next(), words: 40)
    let library = try TemporaryLibrary()
    for call in 0..<2 {
      try library.write(
        "a\(call).jsonl",
        (0..<150).map { number in
          var record = corpus.record("d\(call)-\(number)", sentences: number % 40 == 0 ? 60 : 5)
          if number % 3 == 0 {
            record.text +=
              " We interviewed 20 peer workers about hepatitis C virus (HCV) in prison."
          }
          return record
        })
      try library.index()
    }
    return library
  }

  private static func ask(_ index: Index, _ random: inout SplitMix64) {
    var corpus = RandomCorpus(seed: random.next(), words: 40)
    for _ in 0..<6 {
      var request = SearchRequest(corpus.query())
      for unit in SearchRequest.Unit.allCases {
        request.unit = unit
        request.exact = Bool.random(using: &random)
        request.explain = Bool.random(using: &random)
        request.facets = Bool.random(using: &random)
        request.citations = Bool.random(using: &random)
        request.sort = SearchRequest.Sort.allCases.randomElement(using: &random) ?? .relevance
        if Bool.random(using: &random) {
          request.filter.year.add(NumberRange(from: 2005, to: 2010))
        }
        if Bool.random(using: &random) { request.filter.method.wanted = ["qualitative"] }
        _ = try? index.search(request)
        _ = try? index.rank(request)
      }
    }
    let request = SearchRequest("hcv prison")
    _ = try? index.search(request)
    _ = try? index.facets(request)
    _ = try? index.map(rows: .condition, columns: .method, request)
    _ = try? index.references(request)
    _ = try? index.suggest("priso")
    _ = try? index.suggest("hepattis")
    for id in ["d0-3", "d1-80"] {
      _ = try? index.document(id)
      _ = try? index.similar(to: id, request)
    }
    _ = try? index.stats()
    try? index.forEachPassage { _ in }
    _ = try? index.check()
  }

  /// Indexes a changed library into a damaged index, so that documents are replaced, removed and
  /// merged.
  private static func add(
    to damaged: TemporaryLibrary, _ library: TemporaryLibrary, _ random: inout SplitMix64
  ) {
    var corpus = RandomCorpus(seed: random.next(), words: 40)
    try? damaged.write(
      "a0.jsonl", (0..<20).map { corpus.record("d0-\($0)", sentences: 3) })
    var options = IndexOptions()
    options.prune = true
    options.optimize = Bool.random(using: &random)
    let indexer = Indexer(path: damaged.indexPath, options: options)
    _ = try? indexer.index([damaged.folder])
    _ = try? indexer.index([library.folder])
  }

  @Test func `bytes overwritten at random`() throws {
    var random = SplitMix64(seed: 61)
    let library = try Self.library(&random)
    #expect(try library.open().search(SearchRequest("hcv prison")).hits.count == 10)
    let whole = try Data(contentsOf: URL(filePath: library.indexPath))
    for _ in 0..<Self.rounds {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        bytes[Int.random(in: 100..<bytes.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      let damaged = try TemporaryLibrary()
      try bytes.write(to: URL(filePath: damaged.indexPath))
      if let index = try? damaged.open() { Self.ask(index, &random) }
      Self.add(to: damaged, library, &random)
    }
  }

  @Test func `sections that begin before the text are ignored`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peer zebra walks.")])
    try library.index()
    try library.use {
      try $0.execute(
        sql: "UPDATE documents SET sections = replace('body,-5,3,,', ',', char(9))")
    }
    let document = try #require(try library.open().document("1"))
    #expect(document.sections == [])
    #expect(document.text == "Peer zebra walks.")
  }

  /// Columns whose values other parts of the file depend on.
  private static let columns = [
    ("passage_postings", "data"), ("document_postings", "data"), ("passage_positions", "data"),
    ("document_terms", "data"), ("document_columns", "data"), ("document_columns", "block"),
    ("records", "document"), ("segments", "number"), ("segments", "last_document"),
    ("documents", "number"), ("documents", "source"), ("paths", "path"), ("texts", "data"),
    ("texts", "byte"), ("dictionaries", "data"), ("documents", "evidence"),
    ("documents", "facets"), ("documents", "sections"), ("documents", "first_passage"),
    ("documents", "passages"), ("documents", "identifiers"), ("documents", "imprint"),
    ("documents", "origins"), ("documents", "year"), ("passages", "document"),
    ("passages", "section"), ("passages", "block"), ("passages", "byte"), ("passages", "bytes"),
    ("passages", "scalar"), ("passages", "scalars"), ("segments", "lengths"),
    ("segments", "first_document"), ("segments", "last_passage"), ("segments", "documents"),
    ("segments", "passages"), ("segments", "passage_length"), ("terms", "number"),
    ("terms", "term"), ("words", "count"), ("words", "term"), ("abbreviations", "long"),
    ("abbreviations", "count"), ("abbreviations", "number"), ("definitions", "document"),
    ("definitions", "abbreviation"), ("rules", "rule"), ("properties", "value"),
  ]

  @Test func `values that a whole file would not contain`() throws {
    var random = SplitMix64(seed: 62)
    let library = try Self.library(&random)
    for (table, column) in Self.columns {
      for _ in 0..<max(1, Self.rounds / 12) {
        let damaged = try TemporaryLibrary()
        try FileManager.default.copyItem(atPath: library.indexPath, toPath: damaged.indexPath)
        try damaged.use { try Self.damage($0, table, column, &random) }
        if let index = try? damaged.open() { Self.ask(index, &random) }
        Self.add(to: damaged, library, &random)
      }
    }
  }

  /// Changes about a tenth of a column's values: overwrites, removes or adds bytes, or changes
  /// numbers.
  private static func damage(
    _ database: Database, _ table: String, _ column: String, _ random: inout SplitMix64
  ) throws {
    let isKeyed = ["words", "definitions", "properties"].contains(table)
    let key = isKeyed ? column : "rowid"
    let rows = try Row.fetchAll(
      database, sql: "SELECT \(key) AS key, \(column) AS value FROM \(table)")
    // At least one value, even in a small table.
    let certain = Int.random(in: 0..<max(1, rows.count), using: &random)
    for (place, row) in rows.enumerated()
    where place == certain || Int.random(in: 0..<10, using: &random) == 0 {
      let value: DatabaseValue
      switch (row["value"] as DatabaseValue).storage {
      case .blob(let data): value = overwritten(data, &random).databaseValue
      case .string(let text):
        value = String(decoding: overwritten(Data(text.utf8), &random), as: UTF8.self).databaseValue
      case .int64(let number):
        value =
          ([Int64.min, -1, 0, 1, number + 1, number &* 1000, 1 << 32, 1 << 62, Int64.max]
          .randomElement(using: &random) ?? 0).databaseValue
      default: value = .null
      }
      _ = try? database.execute(
        sql: "UPDATE OR IGNORE \(table) SET \(column) = ? WHERE \(key) IS ?",
        arguments: [value, row["key"] as DatabaseValue])
    }
  }

  private static func overwritten(_ data: Data, _ random: inout SplitMix64) -> Data {
    var bytes = [UInt8](data)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
    case 1: bytes += (0..<9).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 2: bytes = (0..<bytes.count).map { _ in UInt8.random(in: 0...255, using: &random) }
    default:
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] =
          [0, 1, 127, 128, 255, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
    }
    return Data(bytes)
  }
}
