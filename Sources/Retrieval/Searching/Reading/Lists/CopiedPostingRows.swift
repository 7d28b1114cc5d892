import GRDB
import GRDBSQLite
import Ranking

/// The rows of one list in the index file, kept ones or copies, which are read with a statement that
/// several lists share.
///
/// On the hot path: copies are raw memory, as the rows of other lists are.
final class CopiedPostingRows: PostingRowSource {
  private let statement: SharedPostingStatement
  private let cache: RowCache?
  /// The last row, if it is a kept one.
  private var kept: RowCache.Row?
  /// The copy of the last row, if it is not a kept one.
  private var copy: UnsafeMutableRawBufferPointer?

  init(_ statement: SharedPostingStatement, cache: RowCache?) {
    self.statement = statement
    self.cache = cache
    statement.readers += 1
  }

  deinit {
    copy?.deallocate()
    statement.readers -= 1
  }

  var isChecked: Bool {
    get { kept?.isChecked ?? false }
    set { kept?.isChecked = newValue }
  }

  func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    copy?.deallocate()
    copy = nil
    kept = cache?.row(id, of: statement.table)
    if let kept { return kept.bytes }
    guard let row = statement.row(id) else { return nil }
    cache?.note(row, id, of: statement.table)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
    copy.copyMemory(from: row)
    self.copy = copy
    return UnsafeRawBufferPointer(copy)
  }
}

/// A statement with which several lists read rows of a table.
final class SharedPostingStatement {
  let table: PostingTable
  /// Number of open lists that use it.
  var readers = 0
  private let statement: Statement
  /// Reads rows; `nil` before the first of a query.
  private var rows: PostingRowStatement?

  init(_ statement: Statement, _ table: PostingTable) {
    self.statement = statement
    self.table = table
  }

  /// The bytes of a row, valid until any list reads another; `nil` if the row does not exist.
  func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    let rows = self.rows ?? PostingRowStatement(statement)
    self.rows = rows
    return rows.row(id)
  }

  /// Releases the row at the end of a query.
  func release() {
    if rows == nil { return }
    sqlite3_reset(statement.sqliteStatement)
    rows = nil
  }
}
