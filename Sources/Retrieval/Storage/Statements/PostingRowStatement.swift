import GRDB
import GRDBSQLite
import Ranking

/// The rows of a posting list in the index file, read in SQLite's own memory.
///
/// On the hot path: `sqlite3_*` is called directly, because the bytes must not be copied and GRDB's
/// cursors copy them. A row is valid until the next one is read or the statement is reset.
///
/// Lists are mostly read row by row, and a step to the next row costs a third of the search for a
/// row. So the statement returns all rows from the wanted one on.
package final class PostingRowStatement: PostingRowSource {
  private let statement: Statement
  /// The id of the row that a step would return, if it exists; `nil` if the statement must search.
  private var next: Int64?

  /// Reads with a statement of the form of ``sql(table:)``.
  package init(_ statement: Statement) {
    self.statement = statement
  }

  /// A statement that reads the rows of a table.
  package static func sql(table: String) -> String {
    "SELECT data, id FROM \(table) WHERE id >= ? ORDER BY id"
  }

  /// Always no, because no rows are kept.
  package var isChecked: Bool {
    get { false }
    set {}
  }

  /// The bytes of a row; steps to the next row if that is the wanted one, and searches otherwise.
  package func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    let statement = statement.sqliteStatement
    if next != id {
      sqlite3_reset(statement)
      sqlite3_bind_int64(statement, 1, id)
    }
    next = nil
    guard sqlite3_step(statement) == SQLITE_ROW, sqlite3_column_int64(statement, 1) == id,
      let bytes = sqlite3_column_blob(statement, 0)
    else { return nil }
    next = id &+ 1
    return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, 0)))
  }
}
