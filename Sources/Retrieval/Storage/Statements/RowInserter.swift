import GRDB
import GRDBSQLite

/// Inserts rows and binds their values to SQLite directly.
///
/// Every document of a large index has dozens of small rows, and wrapping their values in GRDB's
/// database values takes longer than inserting them.
final class RowInserter {
  private let statement: DirectStatement

  /// - Parameter sql: a statement that returns no rows.
  init(_ database: Database, sql: String) throws {
    statement = try DirectStatement(database, sql: sql)
  }

  /// Inserts a row.
  ///
  /// - Parameter bind: binds every parameter of the statement once, in order.
  func insert(_ bind: (inout RowBinder) -> Void) throws {
    try statement.run { statement in
      var row = RowBinder(statement)
      bind(&row)
      precondition(
        row.count == sqlite3_bind_parameter_count(statement),
        "the values must match the parameters")
      return row.problem ?? sqlite3_step(statement)
    }
  }
}

/// Binds the values of a row, in the order of the statement's parameters.
///
/// SQLite copies texts and bytes.
struct RowBinder: ~Copyable {
  private let statement: OpaquePointer
  /// The number of values bound so far.
  private(set) var count: Int32 = 0
  /// The code of the first value that could not be bound.
  private(set) var problem: Int32?

  fileprivate init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// Binds an integer; NULL for `nil`.
  mutating func bind(_ value: Int?) {
    count += 1
    guard let value else { return note(sqlite3_bind_null(statement, count)) }
    note(sqlite3_bind_int64(statement, count, Int64(value)))
  }

  /// Binds a number; NULL for `nil`.
  mutating func bind(_ value: Double?) {
    count += 1
    guard let value else { return note(sqlite3_bind_null(statement, count)) }
    note(sqlite3_bind_double(statement, count, value))
  }

  /// Binds a text up to its first U+0000, as GRDB does, so that it is found again; NULL for `nil`.
  mutating func bind(_ value: String?) {
    count += 1
    guard let value else { return note(sqlite3_bind_null(statement, count)) }
    note(sqlite3_bind_text(statement, count, value, -1, Database.copyOfValue))
  }

  /// Binds bytes.
  mutating func bind(_ value: [UInt8]) {
    count += 1
    if value.isEmpty { return note(sqlite3_bind_zeroblob(statement, count, 0)) }
    note(
      sqlite3_bind_blob64(statement, count, value, UInt64(value.count), Database.copyOfValue))
  }

  private mutating func note(_ code: Int32) {
    if code != SQLITE_OK, problem == nil { problem = code }
  }
}
