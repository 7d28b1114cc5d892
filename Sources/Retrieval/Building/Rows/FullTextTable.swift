import GRDB
import GRDBSQLite

/// Passes analysed columns to FTS5 without creating strings.
final class FullTextTable {
  private let statement: DirectStatement

  /// - Parameter command: `nil` to insert, `delete` to remove an inserted row.
  init(_ database: Database, command: String?) throws {
    let (name, columns) = (FullTextSchema.table, FullTextSchema.columns)
    let values = Array(repeating: "?", count: FullTextColumn.allCases.count + 1)
      .joined(separator: ", ")
    let sql =
      command.map { "INSERT INTO \(name) (\(name), rowid, \(columns)) VALUES ('\($0)', \(values))" }
      ?? "INSERT INTO \(name) (rowid, \(columns)) VALUES (\(values))"
    statement = try DirectStatement(database, sql: sql)
  }

  func write(_ row: FullTextRow) throws {
    try statement.run { statement in
      sqlite3_bind_int64(statement, 1, Int64(row.passage))
      return Self.step(statement, row.columns[...], 2)
    }
  }

  /// Binds the columns, which stay in place meanwhile, and runs the statement.
  private static func step(
    _ statement: OpaquePointer, _ columns: ArraySlice<[UInt8]>, _ parameter: Int32
  ) -> Int32 {
    guard let column = columns.first else { return sqlite3_step(statement) }
    return column.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, parameter, start, Int32(bytes.count), nil)
      return step(statement, columns.dropFirst(), parameter + 1)
    }
  }
}
