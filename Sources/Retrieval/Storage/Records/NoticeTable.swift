import Answers
import GRDB

/// Notices from reading each file, apart from its documents: skipped records and members, repairs,
/// and records with the id of an earlier one.
///
/// A file that did not change is not read again. These rows let the report of a later run name and
/// count the same things as that of the first.
enum NoticeTable {
  /// The subject of a notice.
  enum Scope: String {
    /// The whole file.
    case file
    /// A member of an archive.
    case member
    /// A record.
    case record
    /// A row of a catalogue.
    case catalogue
    /// The front matter of a Markdown file.
    case frontMatter = "front matter"
    /// The values of a JSON Lines record.
    case jsonLines = "JSON Lines"
    /// The year or the DOI of a record of another format.
    case values
  }

  /// Why a record was skipped, if something else depends on it.
  enum Cause: String {
    /// A person removed its document.
    case removed
  }

  /// A stored notice.
  struct Notice: Equatable {
    var scope: Scope
    var cause: Cause?
    var incident: IndexIncident
  }

  /// Adds a notice to those of its file.
  ///
  /// - Parameter number: its place among them.
  static func add(_ database: Database, _ notice: Notice, number: Int) throws {
    let incident = notice.incident
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO notices (path, number, scope, outcome, cause, place, id, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        incident.path, number, notice.scope.rawValue, incident.outcome.rawValue,
        notice.cause?.rawValue, incident.place, incident.id, incident.reason,
      ])
  }

  /// The notices of a file, in order.
  static func notices(_ database: Database, path: String) throws -> [Notice] {
    let rows = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM notices WHERE path = ? ORDER BY number"),
      arguments: [path])
    return rows.compactMap { row in
      guard let scope = Scope(rawValue: row.text("scope")),
        let outcome = IndexIncident.Outcome(rawValue: row.text("outcome"))
      else { return nil }
      return Notice(
        scope: scope, cause: row.optionalText("cause").flatMap(Cause.init),
        incident: IndexIncident(
          outcome, path: row.text("path"), place: row.optionalText("place"),
          id: row.optionalText("id"),
          reason: row.text("reason")))
    }
  }

  /// The files that were skipped as a whole.
  static func skippedFiles(_ database: Database) throws -> Set<String> {
    try Set(
      String.fetchAll(
        database, sql: "SELECT path FROM notices WHERE scope = ? AND outcome = ?",
        arguments: [Scope.file.rawValue, IndexIncident.Outcome.skipped.rawValue]))
  }

  /// The files with records that were skipped for a reason.
  static func files(_ database: Database, skippedBecause cause: Cause) throws -> Set<String> {
    try Set(
      String.fetchAll(
        database, sql: "SELECT path FROM notices WHERE cause = ?", arguments: [cause.rawValue]))
  }

  /// Removes the notices of a file.
  static func remove(_ database: Database, path: String) throws {
    try database.cachedStatement(sql: "DELETE FROM notices WHERE path = ?")
      .execute(arguments: [path])
  }
}
