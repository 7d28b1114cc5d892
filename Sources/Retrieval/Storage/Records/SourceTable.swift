import GRDB
import Reading

/// The files that an index was built from.
enum SourceTable {
  /// Fingerprints, by path, of all files that were read without failures; other files are read
  /// again.
  static func fingerprints(_ database: Database) throws -> [String: SourceFingerprint] {
    var all: [String: SourceFingerprint] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT path, size, modified, context FROM sources WHERE failed = 0")
    while let row = try rows.next() {
      all[row.text("path")] = fingerprint(row)
    }
    return all
  }

  /// The fingerprint of a file when it was read; `nil` if it is not in the table, or if it is to be
  /// read again.
  static func fingerprint(_ database: Database, path: String) throws -> SourceFingerprint? {
    try Row.fetchOne(
      database,
      sql: "SELECT size, modified, context FROM sources WHERE path = ? AND modified <> -1",
      arguments: [path]
    ).map { fingerprint($0) }
  }

  private static func fingerprint(_ row: Row) -> SourceFingerprint {
    SourceFingerprint(
      size: row.integer("size"), modified: row.integer("modified"), context: row.text("context"))
  }

  static func write(
    _ database: Database, _ file: SourceFile, records: Int, failed: Int
  ) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO sources (path, size, modified, context, records, failed)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file.path, file.fingerprint.size, file.fingerprint.modified, file.fingerprint.context,
        records, failed,
      ])
  }

  /// Removes a file and its notices, so that it is read the next time it is found.
  static func forget(_ database: Database, path: String) throws {
    try database.execute(sql: "DELETE FROM sources WHERE path = ?", arguments: [path])
    try NoticeTable.remove(database, path: path)
  }

  /// Lets the next run read a file again, although it did not change.
  static func readAgain(_ database: Database, path: String) throws {
    try database.execute(sql: "UPDATE sources SET modified = -1 WHERE path = ?", arguments: [path])
  }

  /// The files under a path that are in the table.
  static func paths(_ database: Database, below root: String) throws -> [String] {
    let below = below(root)
    return try String.fetchAll(
      database, sql: "SELECT path FROM sources WHERE \(below.condition)",
      arguments: below.arguments)
  }

  /// A condition on the column `path` that a path and all paths under it meet.
  static func below(_ root: String) -> (condition: String, arguments: StatementArguments) {
    // "0" follows "/" in ASCII.
    let folder = root == "/" ? "" : root
    return ("(path = ? OR (path >= ? AND path < ?))", [root, folder + "/", folder + "0"])
  }
}
