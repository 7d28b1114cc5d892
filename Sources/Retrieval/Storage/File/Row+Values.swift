import Foundation
import GRDB

/// Values of columns by name, whatever a damaged file holds there: GRDB's reading would end the
/// program where a value is of another kind.
extension Row {
  /// Of a column that a damaged schema has not: NULL.
  private func value(_ column: String) -> DatabaseValue { self[column] ?? .null }

  /// An integer; 0 for what is none.
  func integer(_ column: String) -> Int { optionalInteger(column) ?? 0 }

  /// An integer; `nil` for what is none.
  func optionalInteger(_ column: String) -> Int? { Int.fromDatabaseValue(value(column)) }

  /// A number, an offset or a length, which can be added up: at least 0 and below 2^32.
  func offset(_ column: String) -> Int { Int(UInt32(clamping: integer(column))) }

  /// A text; empty for what is none.
  func text(_ column: String) -> String { optionalText(column) ?? "" }

  /// A text; `nil` for what is none.
  func optionalText(_ column: String) -> String? { String.fromDatabaseValue(value(column)) }

  /// Bytes; none for what is none.
  func bytes(_ column: String) -> [UInt8] {
    Data.fromDatabaseValue(value(column)).map { [UInt8]($0) } ?? []
  }
}
