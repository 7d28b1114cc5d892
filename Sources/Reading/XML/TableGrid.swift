/// The cells of a table in their columns.
///
/// HTML and JATS write a cell that spans several rows or columns only in the first of them.
enum TableGrid {
  /// The largest span that is followed, and the most columns that spans fill; tables that mean
  /// something have fewer.
  private static let mostSpan = 200
  static let mostColumns = 1000

  /// The rows of a table in its own parts, without those of tables in its cells.
  ///
  /// The rows of a header, a body and a footer are separate lists, because no cell spans two of
  /// these.
  static func parts(of table: XMLElement) -> [[XMLElement]] {
    var parts: [[XMLElement]] = []
    var loose: [XMLElement] = []
    for child in table.children {
      if child.isNamed("tr") {
        loose.append(child)
      } else if child.isNamed(anyOf: ["thead", "tbody", "tfoot"]) {
        if !loose.isEmpty { parts.append(loose) }
        loose = []
        parts.append(child.children("tr"))
      }
    }
    return loose.isEmpty ? parts : parts + [loose]
  }

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
        let rowSpan = span(cell, "rowspan")
        let columnSpan = cells.count < mostColumns ? span(cell, "colspan") : 1
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

  /// The number in an attribute of a cell, at least 1; a missing or invalid one is 1.
  static func span(_ cell: XMLElement, _ name: StaticString) -> Int {
    min(max(cell.attribute(name).flatMap { Int($0) } ?? 1, 1), mostSpan)
  }
}
