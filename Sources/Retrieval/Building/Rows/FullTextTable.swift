import GRDB
import GRDBSQLite

/// Passes analysed columns to FTS5 without creating strings.
final class FullTextTable {
  private let owner: Statement
  private let statement: OpaquePointer
  private let database: Database

  /// - Parameter command: `nil` to insert, `delete` to remove an inserted row.
  init(_ database: Database, command: String?) throws {
    self.database = database
    let (name, columns) = (FullTextSchema.table, FullTextSchema.columns)
    let values = Array(repeating: "?", count: FullTextColumn.allCases.count + 1)
      .joined(separator: ", ")
    let sql =
      command.map { "INSERT INTO \(name) (\(name), rowid, \(columns)) VALUES ('\($0)', \(values))" }
      ?? "INSERT INTO \(name) (rowid, \(columns)) VALUES (\(values))"
    owner = try database.makeStatement(sql: sql)
    statement = owner.sqliteStatement
  }

  func write(_ row: FullTextRow) throws {
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, Int64(row.passage))
    let code = step(row.columns[...], 2)
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    try database.checkDone(code)
  }

  /// Binds the columns, which stay in place meanwhile, and runs the statement.
  private func step(_ columns: ArraySlice<[UInt8]>, _ parameter: Int32) -> Int32 {
    guard let column = columns.first else { return sqlite3_step(statement) }
    return column.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, parameter, start, Int32(bytes.count), nil)
      return step(columns.dropFirst(), parameter + 1)
    }
  }
}
