import GRDB
import GRDBSQLite

/// Reads the forward index: the terms of documents in the order of their words.
final class ForwardIndex {
  private let owner: Statement
  private let statement: OpaquePointer

  init(_ database: Database) throws {
    owner = try database.makeStatement(sql: "SELECT data FROM document_terms WHERE document = ?")
    statement = owner.sqliteStatement
  }

  /// Appends the words of a document, from where SQLite keeps them; none when it has no row.
  func read(_ document: Int, into words: ForwardWords) {
    sqlite3_reset(statement)
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, Int64(document))
    guard sqlite3_step(statement) == SQLITE_ROW, let start = sqlite3_column_blob(statement, 0)
    else { return words.append(UnsafeRawBufferPointer(start: nil, count: 0)) }
    words.append(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, 0))))
  }
}
