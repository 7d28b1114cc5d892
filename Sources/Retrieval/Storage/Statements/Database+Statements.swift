import GRDB
import GRDBSQLite

/// Functions for all statements that call SQLite directly.
extension Database {
  /// Makes SQLite copy bound values (SQLITE_TRANSIENT, a macro that Swift can't import).
  static let copyOfValue = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Throws SQLite's latest error, unless a statement has ended.
  ///
  /// - Parameter code: the result of its last step.
  func checkDone(_ code: Int32) throws {
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
    }
  }
}

extension Database {
  /// Whether a table has no rows.
  func isEmpty(_ table: String) throws -> Bool {
    try Int.fetchOne(self, sql: "SELECT 1 FROM \(table) LIMIT 1") == nil
  }
}
