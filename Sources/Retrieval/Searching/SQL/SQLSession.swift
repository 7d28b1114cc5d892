import Foundation
import GRDB
import GRDBSQLite

/// Runs SQL on an index: read-only, with peerlit's full-text functions and a time limit.
///
///     let session = try SQLSession(path: "index/peerlit.sqlite", timeLimit: .seconds(60))
///     try session.run("SELECT count(*) FROM works") { columns, rows in … }
///
/// Statements may come from anybody: nothing is written, no other file is opened, and no extension
/// is loaded.
package final class SQLSession {
  /// Path of the index.
  package let path: String
  private let file: IndexFile
  private let timeLimit: Duration?
  private let deadline = QueryDeadline()

  /// Opens an index.
  ///
  /// - Parameter timeLimit: how long a statement may take; `nil` for no limit.
  /// - Throws: ``IndexError`` if it is missing, damaged, or built by another version.
  package init(path: String, timeLimit: Duration?) throws(IndexError) {
    self.path = path
    self.timeLimit = timeLimit
    file = try IndexFile.open(path: path)
    try file.use { database in
      deadline.watch(database)
      sqlite3_set_authorizer(
        database.sqliteConnection,
        { _, action, _, _, _, _ in
          SQLSession.refused.contains(action) ? SQLITE_DENY : SQLITE_OK
        }, nil)
    }
  }

  /// The actions that no statement may take.
  ///
  /// ATTACH opens other files, and VACUUM INTO writes one by attaching it. A transaction would stay
  /// open after the text that began it.
  private static let refused = [
    SQLITE_ATTACH, SQLITE_DETACH, SQLITE_TRANSACTION, SQLITE_SAVEPOINT,
  ]

  /// Whether a text ends with a whole statement.
  package static func isComplete(_ text: String) -> Bool { sqlite3_complete(text) == 1 }

  /// Runs every statement of a text in order.
  ///
  /// - Parameter body: called for each statement that returns rows, with the names of its columns;
  ///   the rows are valid only inside.
  /// - Throws: ``SQLError`` for an invalid statement or one that writes,
  ///   ``IndexError/interrupted`` if the time limit is exceeded, and what `body` throws.
  package func run(_ text: String, _ body: ([String], SQLRows) throws -> Void) throws {
    // Only errors of the database are translated into those of an index.
    var failure: (any Error)?
    try file.use { database in
      do {
        try run(text, database.sqliteConnection, body)
      } catch let error as DatabaseError {
        throw error
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func run(
    _ text: String, _ connection: OpaquePointer?, _ body: ([String], SQLRows) throws -> Void
  ) throws {
    if let place = text.utf8.firstIndex(of: 0) {
      throw SQLError.nullCharacter(at: text[..<place].count + 1)
    }
    // Without the null character at the end, SQLite would copy the rest for each statement.
    let all = Array(text.utf8) + [0]
    var done = 0
    while done < all.count - 1 {
      var statement: OpaquePointer?
      let (code, length) = all[done...].withUnsafeBytes { bytes -> (Int32, Int) in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var tail = start
        let code = sqlite3_prepare_v2(connection, start, Int32(bytes.count), &statement, &tail)
        guard let start, let tail else { return (code, bytes.count) }
        return (code, tail - start)
      }
      defer { sqlite3_finalize(statement) }
      guard code == SQLITE_OK else {
        throw Self.error(connection, code) { offset in
          String(decoding: all[..<min(done + offset, all.count - 1)], as: UTF8.self).count + 1
        }
      }
      done += length
      // A comment or white space.
      guard let statement else { continue }
      guard sqlite3_stmt_readonly(statement) != 0 else { throw SQLError.onlyReads }
      let rows = SQLRows(statement) { Self.error(connection, $0) }
      try deadline.run(until: timeLimit.map { ContinuousClock.now + $0 }) {
        let columns = rows.columns
        if columns.isEmpty {
          while try rows.next() != nil {}
        } else {
          try body(columns, rows)
        }
      }
    }
  }

  /// The last error of a connection.
  ///
  /// - Parameter character: returns the character of the text, from 1, that is at an offset in the
  ///   statement; `nil` if the error has no position.
  private static func error(
    _ connection: OpaquePointer?, _ code: Int32, at character: ((Int) -> Int)? = nil
  ) -> any Error {
    let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "unknown error"
    switch code & 0xFF {
    case SQLITE_AUTH, SQLITE_READONLY: return SQLError.onlyReads
    case SQLITE_ERROR, SQLITE_RANGE, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_CONSTRAINT:
      let offset = sqlite3_error_offset(connection)
      let position = offset >= 0 ? character?(Int(offset)) : nil
      return SQLError.reported(message, at: position)
    default: return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}
