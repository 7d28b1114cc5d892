import GRDB
import GRDBSQLite

/// Writes rows of bytes with integer ids, as in all posting tables.
final class BlobTable {
  private let statement: DirectStatement

  init(
    _ database: Database, table: String, key: String = "id", value: String = "data"
  ) throws {
    statement = try DirectStatement(
      database, sql: "INSERT INTO \(table) (\(key), \(value)) VALUES (?, ?)")
  }

  func insert(_ id: Int64, _ bytes: borrowing [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      try statement.run { statement in
        sqlite3_bind_int64(statement, 1, id)
        // The bytes outlive the step, so SQLite does not need to copy them (SQLITE_STATIC).
        sqlite3_bind_blob(statement, 2, buffer.baseAddress, Int32(buffer.count), nil)
        return sqlite3_step(statement)
      }
    }
  }
}
