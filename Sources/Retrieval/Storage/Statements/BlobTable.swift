import GRDB
import GRDBSQLite

/// Writes rows of bytes with integer IDs, as in all posting tables.
///
/// Calls SQLite directly, because it is called for every row of a large index.
final class BlobTable {
  private let statement: OpaquePointer
  private let database: Database
  // Owns the SQLite statement.
  private let owner: Statement

  init(_ database: Database, table: String, key: String = "id") throws {
    self.database = database
    owner = try database.makeStatement(sql: "INSERT INTO \(table) (\(key), data) VALUES (?, ?)")
    statement = owner.sqliteStatement
  }

  func insert(_ id: Int64, _ bytes: borrowing [UInt8]) throws {
    sqlite3_reset(statement)
    let code = bytes.withUnsafeBytes { buffer in
      sqlite3_bind_int64(statement, 1, id)
      // The bytes outlive the step, so SQLite does not need to copy them (SQLITE_STATIC).
      sqlite3_bind_blob(statement, 2, buffer.baseAddress, Int32(buffer.count), nil)
      return sqlite3_step(statement)
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    try database.checkDone(code)
  }
}
