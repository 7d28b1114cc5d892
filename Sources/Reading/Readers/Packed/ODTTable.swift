/// Tables of OpenDocument texts and spreadsheets.
enum ODTTable {
  /// A row with its number, from 1.
  typealias Row = (number: Int, cells: [String])

  /// The most rows or columns in which a text is repeated, so that a small file can't become a huge
  /// one.
  private static let mostRepeated = 20
  /// The most bytes of text in a row that is repeated.
  private static let mostRepeatedBytes = 300
  /// The most rows of a sheet.
  private static let mostRows = 1 << 20

  /// The rows of a table; cells that another one covers are empty.
  ///
  /// Programs write equal rows one below the other, and empty rows, as one row with their number.
  static func rows(of table: XMLElement) -> [Row] {
    var rows: [Row] = []
    var number = 1
    add(table, &rows, &number)
    return rows
  }

  private static func add(_ parent: XMLElement, _ rows: inout [Row], _ number: inout Int) {
    for part in parent.children {
      if part.isNamed("table-row") {
        let cells = cells(of: part)
        let size = cells.reduce(0) { $0 + $1.utf8.count }
        let written = part.attribute("number-rows-repeated").flatMap { Int($0) } ?? 1
        let count = min(max(written, 1), mostRows)
        let copies = (1...mostRepeatedBytes).contains(size) ? min(count, mostRepeated) : 1
        for copy in 0..<copies { rows.append((number: number + copy, cells: cells)) }
        number += count
      } else if part.isNamed(anyOf: ["table-header-rows", "table-rows", "table-row-group"]) {
        add(part, &rows, &number)
      }
    }
  }

  private static func cells(of row: XMLElement) -> [String] {
    var cells: [String] = []
    for cell in row.children
    where cell.isNamed(anyOf: ["table-cell", "covered-table-cell"]) {
      let text = ODTReader.text(cell)
      let isNarrow = cells.count < TableGrid.mostColumns
      let count = isNarrow ? TableGrid.span(cell, "number-columns-repeated") : 1
      cells += Array(repeating: text, count: text.isEmpty ? count : min(count, mostRepeated))
    }
    return cells
  }
}
