import GRDB
import Literature

/// Writes and deletes the rows of a document in the metadata tables.
final class MetadataRows {
  private let codes: FacetCodeTable
  private let values: RowInserter
  private let identifiers: RowInserter
  private let deletions: [Statement]

  init(_ database: Database) throws {
    codes = FacetCodeTable(database)
    values = try RowInserter(
      database,
      sql: """
        INSERT INTO facet_values (work, place, code, status, origin, thousandths, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    identifiers = try RowInserter(
      database, sql: "INSERT OR IGNORE INTO work_identifiers (work, scheme, value) VALUES (?, ?, ?)"
    )
    deletions = try ["facet_values", "work_identifiers"].map {
      try database.makeStatement(sql: "DELETE FROM \($0) WHERE work = ?")
    }
  }

  /// Inserts the rows of a document.
  ///
  /// - Parameter work: its internal number.
  func insert(_ document: Document, work: Int) throws {
    for (place, row) in FacetRow.rows(document.facets).enumerated() {
      let code = try codes.number(row.facet, row.code)
      try values.insert { bound in
        bound.bind(work)
        bound.bind(place)
        bound.bind(Int(code))
        bound.bind(row.status.rawValue)
        bound.bind(Origin.allCases.firstIndex(of: row.origin))
        bound.bind(row.confidence?.thousandths)
        bound.bind(row.evidence)
      }
    }
    for identifier in document.identifiers {
      try identifiers.insert { row in
        row.bind(work)
        row.bind(identifier.scheme.rawValue)
        row.bind(identifier.value)
      }
    }
  }

  /// Deletes the rows of a document.
  func delete(work: Int) throws {
    for statement in deletions { try statement.execute(arguments: [work]) }
  }
}
