import GRDB
import Literature

/// Writes and deletes the rows of a document in the metadata tables.
final class MetadataRows {
  private let codes: FacetCodeTable
  private let values: Statement
  private let identifiers: Statement
  private let deletions: [Statement]

  init(_ database: Database) throws {
    codes = FacetCodeTable(database)
    values = try database.makeStatement(
      sql: """
        INSERT INTO facet_values (work, place, code, status, origin, confidence, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    identifiers = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO work_identifiers (work, scheme, value) VALUES (?, ?, ?)")
    deletions = try ["facet_values", "work_identifiers"].map {
      try database.makeStatement(sql: "DELETE FROM \($0) WHERE work = ?")
    }
  }

  /// Inserts the rows of a document.
  ///
  /// - Parameter work: its internal number.
  func insert(_ document: Document, work: Int) throws {
    for (place, row) in FacetRow.rows(document.facets).enumerated() {
      try values.execute(
        arguments: [
          work, place, try codes.number(row.facet, row.code), row.status.rawValue,
          Origin.allCases.firstIndex(of: row.origin), row.confidence, row.evidence,
        ])
    }
    for identifier in document.identifiers {
      try identifiers.execute(arguments: [work, identifier.scheme.rawValue, identifier.value])
    }
  }

  /// Deletes the rows of a document.
  func delete(work: Int) throws {
    for statement in deletions { try statement.execute(arguments: [work]) }
  }
}
