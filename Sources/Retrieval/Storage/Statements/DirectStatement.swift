import GRDB
import GRDBSQLite

/// A prepared statement for which SQLite is called directly, because GRDB's own calls take longer
/// than the work of a small row.
struct DirectStatement {
  /// SQLite's statement.
  let pointer: OpaquePointer
  private let database: Database
  // Owns the SQLite statement.
  private let owner: Statement

  init(_ database: Database, sql: String) throws {
    self.database = database
    owner = try database.makeStatement(sql: sql)
    pointer = owner.sqliteStatement
  }

  /// Runs a statement that returns no rows.
  ///
  /// - Parameter step: binds the values of the parameters, runs the statement, and returns the
  ///   result of its step.
  func run(_ step: (OpaquePointer) -> Int32) throws {
    reset()
    let code = step(pointer)
    reset()
    sqlite3_clear_bindings(pointer)
    try database.checkDone(code)
  }

  /// Moves to the next row; if there is none, returns false and resets the statement.
  func next() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    reset()
    try database.checkDone(code)
    return false
  }

  /// Leaves the row.
  func reset() { sqlite3_reset(pointer) }

  /// The bytes of a text or blob in a row of a statement, valid while the statement is on the row.
  static func bytes(_ statement: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
    // The pointer comes first: asking for it may convert the value, which changes its length.
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
