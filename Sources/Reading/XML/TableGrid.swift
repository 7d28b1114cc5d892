import Literature

/// The cells of a table in their columns.
///
/// HTML and JATS write a cell that spans several rows only in the first of them.
enum TableGrid {
  /// The largest span that is followed; tables that mean something have smaller ones.
  private static let mostSpan = 200

  /// The texts of the cells of each row; the places that a cell of an earlier row or column covers
  /// are empty.
  static func rows(_ rows: [XMLElement], text: (XMLElement) -> String) -> [[String]] {
    // For each column, the number of further rows that a cell above covers.
    var covered: [Int] = []
    return rows.map { row in
      var cells: [String] = []
      func skipCovered() {
        while cells.count < covered.count, covered[cells.count] > 0 {
          covered[cells.count] -= 1
          cells.append("")
        }
      }
      for cell in row.children {
        skipCovered()
        let (rowSpan, columnSpan) = (span(cell, "rowspan"), span(cell, "colspan"))
        for column in 0..<columnSpan {
          if covered.count <= cells.count { covered.append(0) }
          covered[cells.count] = rowSpan - 1
          cells.append(column == 0 ? text(cell) : "")
        }
      }
      skipCovered()
      return cells
    }
  }

  private static func span(_ cell: XMLElement, _ name: StaticString) -> Int {
    min(max(cell.attribute(name).flatMap { Int($0) } ?? 1, 1), mostSpan)
  }
}
