import GRDB
import GRDBSQLite

/// A passage as stored in the FTS5 table: its analysed columns.
struct FullTextRow {
  var passage: Int
  var title: [UInt8]
  var heading: [UInt8]
  var body: [UInt8]
  var authors: [UInt8]
}

/// Passes analysed columns to FTS5 without creating strings.
final class FullTextTable {
  private let owner: Statement
  private let statement: OpaquePointer
  private let database: Database

  /// - Parameter command: `nil` to insert, `delete` to remove an inserted row.
  init(_ database: Database, command: String?) throws {
    self.database = database
    let sql =
      command.map {
        "INSERT INTO passage_text (passage_text, rowid, title, heading, body, authors) "
          + "VALUES ('\($0)', ?, ?, ?, ?, ?)"
      } ?? "INSERT INTO passage_text (rowid, title, heading, body, authors) VALUES (?, ?, ?, ?, ?)"
    owner = try database.makeStatement(sql: sql)
    statement = owner.sqliteStatement
  }

  func write(_ row: FullTextRow) throws {
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, Int64(row.passage))
    let code = bind(row.title, 2) {
      bind(row.heading, 3) {
        bind(row.body, 4) { bind(row.authors, 5) { sqlite3_step(statement) } }
      }
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  /// Binds text while `body` runs.
  private func bind(_ text: [UInt8], _ parameter: Int32, _ body: () -> Int32) -> Int32 {
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, parameter, start, Int32(bytes.count), nil)
      return body()
    }
  }
}
