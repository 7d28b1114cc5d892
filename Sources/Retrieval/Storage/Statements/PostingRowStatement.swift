import GRDB
import GRDBSQLite
import Ranking

/// The rows of a posting list in the index file, read in SQLite's own memory.
///
/// A hot file: `sqlite3_*` is called directly, because the bytes must not be copied and GRDB's
/// cursors copy them. A row is valid until the next one is read or the statement is reset.
package final class PostingRowStatement: PostingRowSource {
  private let statement: Statement

  /// Reads with a statement of the form `SELECT data FROM … WHERE id = ?`.
  package init(_ statement: Statement) {
    self.statement = statement
  }

  package func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    let statement = statement.sqliteStatement
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, id)
    guard sqlite3_step(statement) == SQLITE_ROW, let bytes = sqlite3_column_blob(statement, 0)
    else { return nil }
    return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, 0)))
  }
}
