import GRDB
import Retrieval
import Testing

/// `check` finds differences between the tables for SQL and the documents.
struct MetadataCheckerTests {
  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    let records = ["a", "b", "c"].map { id in
      var record = Record(id, title: "Peers \(id)", text: "Interviews with 20 peer workers.")
      record.method = ["qualitative"]
      record.doi = "10.1000/\(id)"
      return record
    }
    try library.write("a.jsonl", records)
    try library.index()
    return library
  }

  @Test func `an index without differences`() throws {
    let check = try Self.library().open().check()
    #expect(check.problems == [] && check.checked.contains("the tables for SQL"))
  }

  @Test func `an unknown code with a line break is not a difference`() throws {
    let library = try TemporaryLibrary()
    var record = Record("a", title: "Peers", text: "Interviews with 20 peer workers.")
    record.method = ["a\nb"]
    try library.write("a.jsonl", [record])
    try library.index()
    #expect(try library.open().check().problems == [])
  }

  @Test(arguments: [
    ("DROP VIEW work_facets", "The table work_facets is missing"),
    ("DELETE FROM facet_codes WHERE code = 20", "work_facets_all has "),
    (
      "DELETE FROM facet_values WHERE work = 1 AND place = 0",
      "The tables for SQL differ from document b"
    ),
    (
      "UPDATE facet_values SET status = 1 WHERE work = 2",
      "The tables for SQL differ from document c"
    ),
    (
      "UPDATE facet_values SET origin = 0 WHERE work = 0",
      "The tables for SQL differ from document a"
    ),
    (
      "UPDATE facet_values SET thousandths = 1 WHERE work = 0",
      "The tables for SQL differ from document a"
    ),
    (
      "UPDATE documents SET sample_size = 21 WHERE id = 'b'",
      "The tables for SQL differ from document b"
    ),
    ("DELETE FROM work_identifiers WHERE work = 1", "The tables for SQL differ from document b"),
    (
      "INSERT INTO work_identifiers VALUES (0, 'pmid', '7')",
      "The tables for SQL differ from document a"
    ),
    (
      "INSERT INTO work_identifiers VALUES (9, 'pmid', '7')",
      "The tables for SQL have rows of documents"
    ),
    (
      "INSERT INTO facet_values VALUES (-1, 0, 1, 0, 0, NULL, NULL)",
      "The tables for SQL have rows of"
    ),
    (
      "DELETE FROM facet_closure WHERE code = 'cohort'",
      "facet_closure is wrong for the method cohort"
    ),
    (
      "INSERT INTO facet_closure VALUES ('method', 'review', 'cohort')",
      "facet_closure is wrong for"
    ),
  ])
  func `a difference is found`(damage: String, problem: String) throws {
    let library = try Self.library()
    try library.use { try $0.execute(sql: damage) }
    let problems = try library.open().check().problems
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    #expect(problems.first?.hasSuffix(". Index your sources again.") == true)
  }
}
