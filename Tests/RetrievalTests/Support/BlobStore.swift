import Foundation
import GRDB
import Ranking
import Retrieval

/// Rows of bytes by id in an in-memory database, in the form in which cursors read an index file.
final class BlobStore {
  private let queue: DatabaseQueue

  init(_ rows: [[UInt8]], key: Int64 = 0) throws {
    queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "CREATE TABLE rows (id INTEGER PRIMARY KEY, data BLOB)")
      for (index, row) in rows.enumerated() {
        try database.execute(
          sql: "INSERT INTO rows VALUES (?, ?)",
          arguments: [key + Int64(index), Data(row)])
      }
    }
  }

  /// Calls `body` with a function that opens cursors on the rows.
  func read<Result>(_ body: (() throws -> PostingRows) throws -> Result) throws -> Result {
    try queue.writeWithoutTransaction { database in
      var statements: [Statement] = []
      defer { withExtendedLifetime(statements) {} }
      return try body {
        let statement = try database.makeStatement(sql: PostingRowStatement.sql(table: "rows"))
        statements.append(statement)
        return PostingRows(PostingRowStatement(statement))
      }
    }
  }
}
