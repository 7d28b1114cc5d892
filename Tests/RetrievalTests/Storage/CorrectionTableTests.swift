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
}
