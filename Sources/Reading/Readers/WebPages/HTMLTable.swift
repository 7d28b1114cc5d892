/// Tables of web pages: those with data keep their columns; those that arrange the parts of a page
/// are read as text.
enum HTMLTable {
  /// Maximum nesting level that is followed.
  private static let depthLimit = 400
  /// The longest cell, in bytes, that may have several paragraphs in a table with data.
  private static let longestCell = 500

  /// Whether a table arranges parts of a page: a cell contains a table or a heading, or a long text
  /// of several paragraphs.
  static func isLayout(_ table: XMLElement) -> Bool {
    if ["presentation", "none"].contains(table.attribute("role")) { return true }
    return TableGrid.parts(of: table).joined().contains { row in
      row.children.contains { cell in
        let blocks = blocks(in: cell, depth: 0)
        return blocks == nil || blocks ?? 0 > 1 && cell.text().utf8.count > longestCell
      }
    }
  }

  /// The number of paragraphs and lists in an element; `nil` if it contains a table or a heading.
  private static func blocks(in element: XMLElement, depth: Int) -> Int? {
    guard depth < depthLimit else { return nil }
    var count = 0
    for child in element.children {
      if child.isNamed(anyOf: ["table", "h1", "h2", "h3", "h4", "h5", "h6"]) { return nil }
      guard let inner = blocks(in: child, depth: depth + 1) else { return nil }
      count += inner + (child.isNamed(anyOf: ["p", "div", "ul", "ol", "dl"]) ? 1 : 0)
    }
    return count
  }

  /// The texts of the cells, for each part of the table.
  static func rows(
    of table: XMLElement, without isLeftOut: (XMLElement) -> Bool
  ) -> [[[String]]] {
    TableGrid.parts(of: table).map { rows in
      TableGrid.rows(rows) { $0.text(without: isLeftOut) }
    }
  }
}
