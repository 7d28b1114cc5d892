import Retrieval

/// A table with aligned columns: numbers to the right, text to the left, NULL as nothing.
///
/// On a terminal, text is shortened to fit the width, the longest columns first. All rows are kept in
/// memory, because widths depend on all of them.
struct SQLTablePrinter: SQLPrinter {
  let style: TextStyle

  var isText: Bool { true }

  /// The narrowest that a column of text becomes.
  private static let narrowest = 8
  /// Columns between two columns of the table.
  private static let gap = 2

  func write(_ columns: [String], _ rows: SQLRows, to console: Console) throws -> Int {
    var lines: [[String]] = []
    var isText = columns.map { _ in false }
    while let row = try rows.next() {
      for (column, value) in row.enumerated() {
        switch value {
        case .text, .bytes: isText[column] = true
        case .null, .integer, .real: break
        }
      }
      lines.append(row.map { TerminalText.escaped($0.plainText) })
    }
    var widths = columns.map(DisplayWidth.of)
    for line in lines {
      for (column, cell) in line.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    if style.isTerminal { widths = Self.fitted(widths, isText, to: style.width) }
    let heading = Self.line(columns.map { TerminalText.escaped($0) }, widths, isText)
    try console.print(style.paint(heading, .title))
    let rule = widths.map { String(repeating: "─", count: $0) }
    try console.print(rule.joined(separator: String(repeating: " ", count: Self.gap)))
    for line in lines { try console.print(Self.line(line, widths, isText)) }
    return lines.count
  }

  private static func line(_ cells: [String], _ widths: [Int], _ isText: [Bool]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += String(repeating: " ", count: gap) }
      let cell = DisplayWidth.truncated(cell, to: widths[column])
      line += DisplayWidth.padded(cell, to: widths[column], isRight: !isText[column])
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Widths that fit into a total, if columns of text can be made narrow enough.
  private static func fitted(_ widths: [Int], _ isText: [Bool], to total: Int) -> [Int] {
    var widths = widths
    var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - total
    while excess > 0 {
      let shrinkable = widths.indices.filter { isText[$0] && widths[$0] > narrowest }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
