import Appraisal
import GRDB
import Literature

/// The corrections that people made, which are applied whenever their documents are indexed.
enum CorrectionTable {
  /// Every correction, in the order in which they were made.
  static func all(_ database: Database) throws -> Corrections {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM corrections ORDER BY number")
    return Corrections(rows.compactMap(correction))
  }

  /// Adds a correction; returns whether it is new.
  ///
  /// The same correction may be made again, after another one.
  ///
  /// - Parameter times: how often a table has had the correction so far, with this row; `nil` if a
  ///   person makes it now, so that it is new unless it is the latest of the document.
  static func insert(
    _ correction: Correction, times: Int?, _ database: Database
  ) throws -> Bool {
    let identifiers = DocumentRow.lines(correction.identifiers)
    let changes = FacetName.allCases.compactMap { facet in
      correction.changes[facet].map { "\(facet.rawValue)=\($0.text)" }
    }
    let arguments: StatementArguments = [
      correction.id, correction.title, correction.author, correction.year, identifiers,
      changes.joined(separator: "\n"), correction.person, correction.date, correction.note,
    ]
    let same = try Int.fetchAll(
      database,
      sql: """
        SELECT number FROM corrections WHERE id = ? AND title = ? AND author = ? AND year IS ?
        AND identifiers = ? AND changes = ? AND person = ? AND date = ? AND note = ?
        """, arguments: arguments)
    if let times {
      if same.count >= times { return false }
    } else if let last = same.max() {
      let latest = try Int.fetchOne(
        database, sql: "SELECT max(number) FROM corrections WHERE id = ? AND title = ?",
        arguments: [correction.id, correction.title])
      if last == latest { return false }
    }
    try database.execute(
      sql: """
        INSERT INTO corrections (
          id, title, author, year, identifiers, changes, person, date, note
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: arguments)
    return true
  }

  /// The correction of a row; `nil` if it is damaged, or names a code that is no longer known.
  private static func correction(_ row: Row) -> Correction? {
    let lines = row.text("changes").split(separator: "\n").map(String.init)
    guard let changes = try? Correction.changes(lines), !changes.isEmpty else { return nil }
    return Correction(
      id: row.text("id"), title: row.text("title"), author: row.text("author"),
      year: row.optionalInteger("year"),
      identifiers: DocumentRow.identifiers(row.text("identifiers")), changes: changes,
      person: row.text("person"), date: row.text("date"), note: row.text("note"))
  }
}
