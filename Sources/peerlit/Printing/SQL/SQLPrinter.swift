import Retrieval

/// Prints the rows of SQL statements in one format.
package protocol SQLPrinter {
  /// Whether the output can have the rows of only one statement.
  var isSingle: Bool { get }
  /// Whether the output is meant to be read on a screen, not by a program.
  var isText: Bool { get }
  /// Prints the rows of a statement, and returns how many there were.
  func write(_ columns: [String], _ rows: SQLRows, to console: Console) throws -> Int
}

extension SQLPrinter {
  package var isSingle: Bool { false }
  package var isText: Bool { false }
}

extension SQLFormat {
  /// The printer of the format.
  ///
  /// - Parameter marksFormulas: whether CSV marks cells that spreadsheets would run as formulas.
  func printer(_ style: TextStyle, marksFormulas: Bool = false) -> any SQLPrinter {
    switch self {
    case .table: SQLTablePrinter(style: style)
    case .json: SQLJSONPrinter(isLines: false)
    case .jsonl: SQLJSONPrinter(isLines: true)
    case .csv: SQLCSVPrinter(marksFormulas: marksFormulas)
    }
  }
}

extension SQLValue {
  /// The value as plain text; empty for NULL, and hexadecimal digits for bytes.
  var plainText: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    case .bytes(let bytes): Self.hexadecimal(bytes)
    }
  }

  /// Bytes as an SQL literal: `x'00ff'`.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "x'\(String(decoding: text, as: UTF8.self))'"
  }
}
