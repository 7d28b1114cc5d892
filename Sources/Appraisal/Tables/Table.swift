import CResources

/// A table that is embedded in the program: named columns, rows of text.
///
/// The format: lines separated by `\n`, cells by tabs; lines that begin with `#` and empty lines are
/// comments; the first other line names the columns; `-` stands for an empty cell.
package struct Table: Sendable {
  /// A row, its cells by column name.
  package struct Row: Sendable {
    let columns: [String: Int]
    let cells: [String]

    /// The cell of a column; empty when the row is shorter or the table has no such column.
    package subscript(column: String) -> String {
      guard let place = columns[column], place < cells.count else { return "" }
      return cells[place] == "-" ? "" : cells[place]
    }

    /// The parts of a cell that holds a list separated by `|`.
    package func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).compactMap { String($0) }
    }
  }

  /// The rows in order.
  package let rows: [Row]

  /// Reads a table from its text.
  package init(text: String) {
    // Parted by bytes: a program that starts for one query has no time for characters.
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
    for (place, name) in lines.removeFirst().enumerated() { columns[name] = place }
    rows = lines.map { Row(columns: columns, cells: $0) }
  }

  /// Reads an embedded table by its file name; it has no rows when there is none of that name.
  package init(named name: String) {
    var length = 0
    let start = pl_resource(name, &length)
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }
}
