import GRDBSQLite

/// The rows of a statement, read one by one.
package final class SQLRows {
  private let statement: OpaquePointer
  private let error: (Int32) -> any Error

  init(_ statement: OpaquePointer, error: @escaping (Int32) -> any Error) {
    self.statement = statement
    self.error = error
  }

  /// The names of the columns.
  var columns: [String] {
    (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The values of the next row; `nil` after the last.
  package func next() throws -> [SQLValue]? {
    let code = sqlite3_step(statement)
    if code == SQLITE_DONE { return nil }
    guard code == SQLITE_ROW else { throw error(code) }
    return (0..<sqlite3_column_count(statement)).map(value)
  }

  private func value(_ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_NULL: return .null
    case SQLITE_BLOB: return .bytes(Array(DirectStatement.bytes(statement, column)))
    default:
      return .text(String(decoding: DirectStatement.bytes(statement, column), as: UTF8.self))
    }
  }
}
