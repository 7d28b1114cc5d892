import Answers
import GRDB
import Literature

/// Compares the tables and views for SQL with what the index stores of its documents.
struct MetadataChecker {
  let reader: IndexReader

  private static let names = MetadataSchema.documented + ["facet_values"]

  /// Adds the first problem of the tables.
  func check(_ result: inout IndexCheck) throws {
    result.checked.append("the tables for SQL")
    let problem = try missing() ?? views() ?? rows() ?? closure()
    if let problem { result.problems.append(problem + ". Index your sources again.") }
  }

  private func missing() throws -> String? {
    let known = Set(try String.fetchAll(reader.database, sql: "SELECT name FROM sqlite_schema"))
    return Self.names.first { !known.contains($0) }.map { "The table \($0) is missing" }
  }

  /// Views join tables, so a value without a row of its code is missing from them.
  private func views() throws -> String? {
    for (view, source) in [
      ("works", "documents"), ("work_facets_all", "facet_values"),
      ("work_facets", "facet_values WHERE status = 0"), ("work_passages", "passages"),
    ] {
      let counts = try [view, source].map { table in
        try Int.fetchOne(reader.database, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      guard counts[0] != counts[1] else { continue }
      return "\(view) has \(counts[0]) rows, but there should be \(counts[1])"
    }
    return nil
  }

  /// Compares the rows of each document with its facets and identifiers.
  private func rows() throws -> String? {
    let values = try WorkRows(
      reader.database,
      """
      SELECT work, facet || char(9) || facet_codes.code || char(9) || status || char(9) || origin
        || char(9) || coalesce(thousandths, '') AS text
      FROM facet_values JOIN facet_codes ON facet_codes.number = facet_values.code
      ORDER BY work, place
      """)
    let identifiers = try WorkRows(
      reader.database,
      "SELECT work, scheme || ':' || value AS text FROM work_identifiers ORDER BY work, scheme, value"
    )
    let counts = CountColumns.names.map { ", \($0)" }.joined()
    let documents = try Row.fetchCursor(
      reader.database,
      sql: "SELECT number, id, identifiers, facets\(counts) FROM documents ORDER BY number")
    while let row = try documents.next() {
      let number = row.offset("number")
      let facets = FacetLines.facets(row.text("facets"))
      let known = Set(DocumentRow.identifiers(row.text("identifiers")).map(\.line))
      let agrees =
        try values.next(number) == FacetRow.rows(facets).map(Self.text)
        && Set(identifiers.next(number)) == known
        && CountColumns.names.map { row.optionalInteger($0) } == CountColumns.values(facets)
      if !agrees { return "The tables for SQL differ from document \(row.text("id"))" }
    }
    let hasOthers = values.hasOthers || identifiers.hasOthers
    return hasOthers ? "The tables for SQL have rows of documents that do not exist" : nil
  }

  private static func text(_ row: FacetRow) -> String {
    let origin = Origin.allCases.firstIndex(of: row.origin) ?? 0
    let confidence = row.confidence.map { String($0.thousandths) } ?? ""
    return EscapedLine.oneLine(
      "\(row.facet.rawValue)\t\(row.code)\t\(row.status.rawValue)\t\(origin)\t\(confidence)")
  }

  /// Compares `facet_closure` with the parents of the codes.
  private func closure() throws -> String? {
    let expected = """
      WITH RECURSIVE expected (facet, ancestor, code) AS (
        SELECT facet, code, code FROM facet_codes WHERE meaning IS NOT NULL
        UNION SELECT expected.facet, parent, expected.code FROM expected
        JOIN facet_codes ON facet_codes.facet = expected.facet AND facet_codes.code = ancestor
        WHERE parent IS NOT NULL
      )
      """
    let stored = "SELECT facet, ancestor, code FROM facet_closure"
    for (left, right) in [("SELECT * FROM expected", stored), (stored, "SELECT * FROM expected")] {
      let row = try Row.fetchOne(reader.database, sql: "\(expected) \(left) EXCEPT \(right)")
      guard let row else { continue }
      return "facet_closure is wrong for the \(row.text("facet")) \(row.text("code"))"
    }
    return nil
  }
}

/// Rows that are in the order of their works, read work by work.
private final class WorkRows {
  private let rows: RowCursor
  private var pending: (work: Int, text: String)?
  private var hasStrays = false

  /// Runs a statement that returns a work and a text in each row.
  init(_ database: Database, _ sql: String) throws {
    rows = try Row.fetchCursor(database, sql: sql)
    try read()
  }

  /// Whether there are rows of works that were not asked for.
  var hasOthers: Bool { hasStrays || pending != nil }

  /// The texts of a work.
  ///
  /// Its number must be larger than that of the previous call.
  func next(_ work: Int) throws -> [String] {
    var texts: [String] = []
    while let row = pending, row.work <= work {
      if row.work == work { texts.append(row.text) } else { hasStrays = true }
      try read()
    }
    return texts
  }

  private func read() throws {
    pending = try rows.next().map { ($0.integer("work"), EscapedLine.oneLine($0.text("text"))) }
  }
}
