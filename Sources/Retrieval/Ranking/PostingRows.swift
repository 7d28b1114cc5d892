import GRDBSQLite

/// Where the rows of a posting list are read from: the index file, or memory for a list that was
/// made for one query.
package final class PostingRows {
  private let statement: OpaquePointer?
  private let memory: [UnsafeMutableRawBufferPointer]

  /// Rows of the index file.
  ///
  /// - Parameter statement: `SELECT data FROM … WHERE id = ?`.
  package init(statement: OpaquePointer) {
    self.statement = statement
    memory = []
  }

  /// Rows of a list made for one query.
  package init(_ postings: borrowing [Posting]) {
    statement = nil
    memory = PostingLayout.rows(postings).map { row in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
      copy.copyBytes(from: row)
      return copy
    }
  }

  deinit {
    for row in memory { row.deallocate() }
  }

  /// The bytes of a row, valid until the next is fetched; `nil` when there is no such row.
  @inline(__always)
  package func fetch(_ id: Int64) -> (UnsafeRawPointer, Int)? {
    guard let statement else {
      guard id >= 0, id < Int64(memory.count), let start = memory[Int(id)].baseAddress else {
        return nil
      }
      return (UnsafeRawPointer(start), memory[Int(id)].count)
    }
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, id)
    guard sqlite3_step(statement) == SQLITE_ROW, let bytes = sqlite3_column_blob(statement, 0)
    else { return nil }
    return (bytes, Int(sqlite3_column_bytes(statement, 0)))
  }
}
