/// A sheet of a workbook, or a table, as rows of text.
struct Sheet {
  /// Its name; empty if it has none.
  var name: String
  /// The rows that are not empty.
  var rows: [[String]] = []
  /// Their numbers as programs show them, from 1.
  var numbers: [Int] = []

  /// Adds a row, unless it is empty.
  mutating func add(_ cells: [String], number: Int) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    rows.append(cells)
    numbers.append(number)
  }
}
