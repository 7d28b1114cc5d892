import Appraisal
import GRDB
import Literature
import Retrieval
import Testing

/// The corrections that an index stores.
struct CorrectionTableTests {
  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    var record = Record("a", title: "Peers in clinics", text: "We interviewed 9 peers.")
    record.authors = ["Lee, A.", "Ng, B."]
    record.year = 2019
    try library.write("a.jsonl", [record])
    try library.index()
    return library
  }

  private static func correct(_ library: TemporaryLibrary) throws -> CorrectionReport {
    let document = try #require(try library.open().document("a"))
    return try Indexer(path: library.indexPath).correct([
      Correction(of: document, changes: try Correction.changes(["n=8"]))
    ])
  }

  @Test func `a correction keeps the first author and the year of its document`() throws {
    let library = try Self.library()
    let report = try Self.correct(library)
    #expect(report.stored == 1 && report.documents == ["a"])
    #expect(try Self.correct(library).stored == 0)
    let stored = try library.open().corrections()
    #expect(stored.map(\.author) == ["Lee, A."] && stored.map(\.year) == [2019])
  }

  @Test(arguments: [["author", "year"], ["year"], ["author"]])
  func `an index without these columns gets them, and keeps its corrections`(
    missing: [String]
  ) throws {
    let library = try Self.library()
    #expect(try Self.correct(library).stored == 1)
    try library.use { database in
      for column in missing {
        try database.execute(sql: "ALTER TABLE corrections DROP COLUMN \(column)")
      }
    }
    let kept = try #require(try library.open().corrections().first)
    #expect(kept.id == "a")
    #expect(kept.author == (missing.contains("author") ? "" : "Lee, A."))
    #expect(kept.year == (missing.contains("year") ? nil : 2019))
    #expect(try Self.correct(library).stored == 1)
    let stored = try library.open().corrections()
    #expect(stored.count == 2)
    #expect(stored.last?.author == "Lee, A." && stored.last?.year == 2019)
  }
}
