import GRDB
import GRDBSQLite

/// A prepared statement that reads columns by index, for data that is read thousands of times a
/// second.
///
/// Columns may be read after `find` and until ``reset()``; bytes are in SQLite's own memory.
final class ColumnStatement {
  private let statement: DirectStatement

  /// - Parameter sql: a query; for `find`, one with a single parameter: the row's number or text.
  init(_ database: Database, sql: String) throws {
    statement = try DirectStatement(database, sql: sql)
  }

  /// Moves to the row with a number; false if there is none.
  func find(_ number: Int64) throws -> Bool {
    statement.reset()
    sqlite3_bind_int64(statement.pointer, 1, number)
    return try statement.next()
  }

  /// Moves to the row with a text; false if there is none.
  func find(_ text: String) throws -> Bool {
    statement.reset()
    bind(text, at: 1)
    return try statement.next()
  }

  /// Calls `visit` for every row selected with some texts as the first parameters.
  func forEach(_ texts: String..., visit: () throws -> Void) throws {
    defer { reset() }
    statement.reset()
    for (index, text) in texts.enumerated() { bind(text, at: Int32(index + 1)) }
    while try statement.next() { try visit() }
  }

  /// Calls `visit` for every row whose text begins with a prefix.
  ///
  /// The statement selects the rows whose text is at least its first parameter and below its
  /// second.
  func forEach(withPrefix prefix: String, visit: () throws -> Void) throws {
    // No text has the last character of Unicode.
    try forEach(prefix, prefix + "\u{10FFFF}", visit: visit)
  }

  /// Calls `visit` for every row selected with some numbers as the first parameters, and no value
  /// for the others.
  ///
  /// - Parameter parameters: the total number of parameters.
  func forEach(
    numbers: some Collection<UInt32>, of parameters: Int, visit: () throws -> Void
  ) throws {
    defer { reset() }
    statement.reset()
    var parameter: Int32 = 0
    for number in numbers {
      parameter += 1
      sqlite3_bind_int64(statement.pointer, parameter, Int64(number))
    }
    while parameter < parameters {
      parameter += 1
      sqlite3_bind_null(statement.pointer, parameter)
    }
    while try statement.next() { try visit() }
  }

  private func bind(_ text: String, at parameter: Int32) {
    var text = text
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(
        statement.pointer, parameter, start, Int32(bytes.count), Database.copyOfValue)
    }
  }

  /// Leaves the row.
  func reset() { statement.reset() }

  /// An integer; 0 for NULL.
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement.pointer, column)) }

  /// An offset or a length that can be added safely: at least 0 and below 2^32, even in a damaged
  /// index.
  func offset(_ column: Int32) -> Int { Int(UInt32(clamping: integer(column))) }

  /// An integer; `nil` for NULL.
  func optionalInteger(_ column: Int32) -> Int? {
    sqlite3_column_type(statement.pointer, column) == SQLITE_NULL ? nil : integer(column)
  }

  /// A text; empty for NULL.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// A text; `nil` for NULL.
  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(statement.pointer, column) == SQLITE_NULL ? nil : text(column)
  }

  /// The lines of a text; none for an empty one.
  func lines(_ column: Int32) -> [String] {
    let bytes = bytes(column)
    if bytes.isEmpty { return [] }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text or blob, valid while the statement is on the row.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    DirectStatement.bytes(statement.pointer, column)
  }
}
