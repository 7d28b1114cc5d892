import Foundation
import GRDB

/// Values of columns by name, safe for damaged files: GRDB would stop the program if a value has
/// the wrong type.
extension Row {
  /// The value of a column; NULL if the column is missing from a damaged schema.
  private func value(_ column: String) -> DatabaseValue { self[column] ?? .null }

  /// An integer; 0 for anything else.
  func integer(_ column: String) -> Int { optionalInteger(column) ?? 0 }

  /// An integer; `nil` for anything else.
  func optionalInteger(_ column: String) -> Int? { Int.fromDatabaseValue(value(column)) }

  /// A number, an offset or a length that can be added safely: at least 0 and below 2^32.
  func offset(_ column: String) -> Int { Int(UInt32(clamping: integer(column))) }

  /// A text; empty for anything else.
  func text(_ column: String) -> String { optionalText(column) ?? "" }

  /// A text; `nil` for anything else.
  func optionalText(_ column: String) -> String? { String.fromDatabaseValue(value(column)) }

  /// Bytes; empty for anything else.
  func bytes(_ column: String) -> [UInt8] {
    Data.fromDatabaseValue(value(column)).map { [UInt8]($0) } ?? []
  }
}
