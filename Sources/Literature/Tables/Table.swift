/// A table that is embedded in the program: named columns, rows of text.
///
/// The format: lines separated by `\n`, cells by tabs; lines that begin with `#` and empty lines
/// are comments; the first other line names the columns; `-` stands for an empty cell.
package struct Table: Sendable {
  /// A row, its cells by column name.
  package struct Row: Sendable {
    let columns: [String: Int]
    let cells: [String]

    /// The cell of a column; empty if the row is shorter or the table has no such column.
    package subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index] == "-" ? "" : cells[index]
    }

    /// The parts of a cell that contains a list separated by `|`.
    package func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).compactMap { String($0) }
    }
  }

  /// The rows in order.
  package let rows: [Row]

  /// Reads a table from its text.
  package init(text: String) {
    // Splits bytes, not characters, so that the program starts quickly.
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }.map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .compactMap { String($0) }
      }
    guard !lines.isEmpty else {
      rows = []
      return
    }
    var columns: [String: Int] = [:]
    for (index, name) in lines.removeFirst().enumerated() { columns[name] = index }
    rows = lines.map { Row(columns: columns, cells: $0) }
  }

  /// Reads an embedded table by its file name, which must exist.
  package init(named name: String) {
    guard let bytes = EmbeddedResource.bytes(name) else {
      preconditionFailure("the table \(name) is not embedded")
    }
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }
}
