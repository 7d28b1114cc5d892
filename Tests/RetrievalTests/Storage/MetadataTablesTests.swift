import Answers
import Appraisal
import Foundation
import GRDB
import Literature
import Query
import Retrieval
import Testing

/// The tables for other SQLite programs say what peerlit's own commands say.
struct MetadataTablesTests {
  /// Facet counts as SQL sees them, in the form of a report.
  private static func counts(_ database: Database) throws -> [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    let codes = """
      SELECT facet, ancestor, count(DISTINCT work) FROM facet_closure
      JOIN work_facets USING (facet, code) GROUP BY facet, ancestor
      """
    for row in try Row.fetchAll(database, sql: codes) {
      counts[row[0], default: [:]][row[1]] = row[2]
    }
    for facet in FacetDefinition.codes.map(\.name.rawValue) {
      let none = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM works
          WHERE work NOT IN (SELECT work FROM work_facets WHERE facet = ?)
          """, arguments: [facet])
      if let none, none > 0 { counts[facet, default: [:]]["none"] = none }
    }
    let years = "SELECT coalesce(year, 'none'), count(*) FROM works GROUP BY year"
    for row in try Row.fetchAll(database, sql: years) {
      counts["year", default: [:]][String.fromDatabaseValue(row[0]) ?? "\(row[0] as Int)"] = row[1]
    }
    let sizes = """
      SELECT CASE WHEN sample_size IS NULL THEN 'none' WHEN sample_size < 20 THEN '0..19'
        WHEN sample_size < 50 THEN '20..49' WHEN sample_size < 100 THEN '50..99'
        WHEN sample_size < 500 THEN '100..499' WHEN sample_size < 1000 THEN '500..999'
        ELSE '1000..' END AS size, count(*) FROM works GROUP BY size
      """
    for row in try Row.fetchAll(database, sql: sizes) {
      counts["sample_size", default: [:]][row[0]] = row[1]
    }
    return counts
  }

  private static func expectAgreement(_ index: Index, _ path: String) throws {
    let report = try index.facets(SearchRequest(""))
    let expected = report.facets.mapValues { counts in
      Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.documents) })
    }.filter { !$0.value.isEmpty }
    let found = try IndexFile.open(path: path).use { try counts($0) }
    #expect(found == expected)
  }

  @Test func `counts of the corpus equal those of facets`() throws {
    let index = try SeedIndex.index.get()
    try Self.expectAgreement(index, index.path)
  }

  @Test(arguments: 0..<3)
  func `counts equal those of facets after changes and deletions`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 800 + seed, words: 20)
    let library = try TemporaryLibrary()
    for call in 0..<3 {
      try library.write(
        "\(call).jsonl", (0..<40).map { corpus.record("\(call)-\($0)", sentences: 4) })
      try library.index()
    }
    try library.write("1.jsonl", (0..<30).map { corpus.record("1-\($0)", sentences: 4) })
    try library.remove("0.jsonl")
    try library.index(prune: true)
    try Self.expectAgreement(try library.open(), library.indexPath)
    let strays = try library.use { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT (SELECT count(*) FROM facet_values WHERE work NOT IN (SELECT work FROM works))
            + (SELECT count(*) FROM work_identifiers WHERE work NOT IN (SELECT work FROM works))
          """)
    }
    #expect(strays == 0)
  }

  @Test func `a work and its facets are plain rows`() throws {
    let library = try TemporaryLibrary()
    var record = Record("a", title: "Peers", text: "Interviews with 20 peer workers.")
    record.authors = ["Lee, A.", "Nguyễn, B."]
    record.year = 2019
    record.method = ["qualitative", "case-study"]
    record.doi = "10.1000/a"
    record.pmid = "7"
    record.venue = "Journal"
    record.keywords = ["Peer Group", "Work"]
    try library.write("a.jsonl", [record])
    try library.index()
    try library.use { database in
      let work = try #require(try Row.fetchOne(database, sql: "SELECT * FROM works"))
      #expect(work["id"] == "a")
      #expect(work["title"] == "Peers")
      #expect(work["authors"] == "Lee, A.; Nguyễn, B.")
      #expect(work["year"] == 2019)
      #expect(work["venue"] == "Journal")
      #expect(work["doi"] == "10.1000/a")
      #expect(work["pmid"] == "7")
      #expect(work["sample_size"] == 20)
      #expect(work["source"] == library.path("a.jsonl"))
      #expect(work["keywords"] == "Peer Group; Work")
      let facets = try Row.fetchAll(
        database,
        sql: "SELECT facet, code, label, origin, evidence FROM work_facets ORDER BY facet, code")
      let lines = facets.map { row in
        row.databaseValues.map { "\($0.storage.value ?? "NULL")" }.joined(separator: ", ")
      }
      #expect(
        lines == [
          "method, case-study, Case study, record, case-study",
          "method, qualitative, Qualitative study, record, qualitative",
          "sample_size, 20, 20, extracted, 20 peer workers",
        ])
      let overruled = try String.fetchAll(
        database,
        sql: "SELECT facet || ' ' || code FROM work_facets_all WHERE status = 'overruled'")
      #expect(overruled == ["method qualitative"])
    }
  }

  @Test func `confidences are those of the document`() throws {
    let library = try TemporaryLibrary()
    let text = "We held interviews with 20 peer workers in prisons."
    try library.write("a.jsonl", [Record("a", title: "Peers", text: text)])
    try library.index()
    let facets = try #require(try library.open().document("a")).facets
    let expected = try #require(facets.setting.first?.confidence)
    let stored = try library.use { database in
      try Double.fetchAll(
        database,
        sql: "SELECT confidence FROM work_facets_all WHERE facet = 'setting' AND code = ?",
        arguments: [facets.setting.first?.value])
    }
    #expect(stored == [expected])
  }

  @Test func `values that a correction overrules stay as rows`() throws {
    let library = try TemporaryLibrary()
    let text = "We held interviews with 20 peer workers in prisons."
    try library.write("a.jsonl", [Record("a", title: "Peers", text: text)])
    try library.index()
    func rows(_ status: String) throws -> [String] {
      try library.use { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT facet || ' ' || code || ' ' || evidence FROM work_facets_all
            WHERE status = ? AND facet = 'sample_size'
            """, arguments: [status])
      }
    }
    #expect(try rows("counted") == ["sample_size 20 20 peer workers"])
    let document = try #require(try library.open().document("a"))
    for change in ["n=none", "setting=none"] {
      _ = try Indexer(path: library.indexPath).correct([
        Correction(of: document, changes: try Correction.changes([change]))
      ])
      #expect(try rows("counted") == [])
      #expect(try rows("overruled") == ["sample_size 20 20 peer workers"])
      let stored = try #require(try library.open().document("a")).facets
      #expect(stored.isEmpty(.sampleSize) && stored.statedNone.contains(.sampleSize))
      #expect(stored[overruledCounts: .sampleSize].map(\.value) == [20])
    }
  }

  @Test func `filters by code are looked up, not searched for`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("a", title: "Peers", text: "Peers.")])
    try library.index()
    let plan = try library.use { database in
      try Row.fetchAll(
        database,
        sql: """
          EXPLAIN QUERY PLAN SELECT title FROM works JOIN work_facets USING (work)
          WHERE facet = 'method' AND code = 'qualitative' AND sample_size >= 20
          """
      ).map { $0["detail"] as String }
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    #expect(plan.contains { $0.contains("facet_values_by_code (code=? AND status=?)") }, "\(plan)")
  }
}
