import GRDB
import GRDBSQLite

/// A prepared statement that finds one row by its number and reads columns by their place, for what
/// is read thousands of times a second.
///
/// Columns may be read from ``find(_:)`` until ``reset()``, and bytes are where SQLite keeps them.
final class ColumnStatement {
  private let database: Database
  // Owns the SQLite statement.
  private let owner: Statement
  private let statement: OpaquePointer

  /// - Parameter sql: a query with one parameter, which selects at most one row.
  init(_ database: Database, sql: String) throws {
    self.database = database
    owner = try database.makeStatement(sql: sql)
    statement = owner.sqliteStatement
  }

  /// Moves to the row of a number; false when there is none.
  func find(_ number: Int64) throws -> Bool {
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, number)
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
    return false
  }

  /// Leaves the row.
  func reset() { sqlite3_reset(statement) }

  /// An integer; 0 for NULL.
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  /// An integer; `nil` for NULL.
  func optionalInteger(_ column: Int32) -> Int? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : integer(column)
  }

  /// A text; empty for NULL.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// A text; `nil` for NULL.
  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : text(column)
  }

  /// The lines of a text; none for an empty one.
  func lines(_ column: Int32) -> [String] {
    let bytes = bytes(column)
    if bytes.isEmpty { return [] }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text or blob, valid while the statement stands on the row.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    // The pointer comes first: asking for it may convert the value, which changes its length.
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }
}
