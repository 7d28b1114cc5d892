import GRDB
import Retrieval
import Testing

/// `check` compares the numbers of rows of tables that belong together.
struct CountComparisonTests {
  private static func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    let records = ["a", "b", "c"].map { id in
      var record = Record(id, title: "Peers \(id)", text: "Peers with hepatitis C virus (HCV).")
      record.doi = "10.1000/\(id)"
      return record
    }
    try library.write("a.jsonl", records)
    try library.index()
    return library
  }

  @Test(arguments: CountComparison.all.flatMap { [$0.expected, $0.found] })
  func `a statement reads each table once`(statement: String) throws {
    let plan = try Self.library().use { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement)
        .map { $0["detail"] as String }
    }
    #expect(!plan.contains { $0.hasPrefix("SEARCH") }, "\(plan)")
    #expect(plan.count(where: { $0.hasPrefix("SCAN") }) == 1, "\(plan)")
  }

  @Test(arguments: [
    (
      "UPDATE documents SET passages = 9 WHERE id = 'b'",
      "Documents refer to 11 passages, but there are 3."
    ),
    ("DELETE FROM passages WHERE document = 1", "There are 3 documents, but 2 have passages."),
    ("DELETE FROM paths", "There are 3 documents, but only 0 of them refer to a path."),
    (
      "UPDATE documents SET records = 2 WHERE id = 'b'",
      "Documents with several records refer to 2 records, but there are 0."
    ),
    (
      "INSERT INTO work_keys VALUES (1, 9)",
      "There are 7 work keys, but only 6 of them refer to a document."
    ),
    (
      "DELETE FROM definitions WHERE document = 1",
      "Abbreviations count 3 definitions, but 2 are stored."
    ),
    (
      "INSERT INTO definitions VALUES (1, 9)",
      "There are 4 definitions, but only 3 of them refer to a document and an abbreviation."
    ),
  ])
  func `a difference is found`(damage: String, problem: String) throws {
    let library = try Self.library()
    #expect(try library.open().check().problems == [])
    try library.use { try $0.execute(sql: damage) }
    let problems = try library.open().check().problems
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    #expect(problems.allSatisfy { $0.hasSuffix(" Index your sources again.") }, "\(problems)")
  }
}
