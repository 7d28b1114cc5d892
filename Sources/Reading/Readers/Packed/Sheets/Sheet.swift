import Literature

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

  /// Whether the rows seem to be references, but the first row does not say where their titles are:
  /// it names other columns of references, or is itself a row with a DOI or with EndNote's name of
  /// a type, as most others are.
  var listsReferences: Bool {
    guard let first = rows.first else { return false }
    if TableColumns.nameReferences(first) { return true }
    guard rows.count > 1, Self.isReference(first) else { return false }
    return rows.count(where: Self.isReference) * 2 > rows.count
  }

  private static func isReference(_ row: [String]) -> Bool {
    row.first == "Journal Article" || row.contains { DOI.first(in: $0) != nil }
  }
}
