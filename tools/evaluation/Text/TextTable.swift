import Answers

/// A text table; columns of numbers are right-aligned.
package struct TextTable: Sendable {
  /// The headings.
  package var headings: [String]
  /// The rows, each with one cell per heading.
  package var rows: [[String]] = []

  /// Creates an empty table.
  package init(_ headings: [String]) {
    self.headings = headings
  }

  /// The table as text, with a rule below the headings.
  package var text: String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let isText = headings.indices.map { column in
      rows.contains { !$0[column].isEmpty && Double($0[column]) == nil }
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return isText[column] ? cell.0 + space : space + cell.0
      }.joined(separator: "  ").trimmingTrailingSpaces
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return ([line(headings), rule] + rows.map(line)).joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}

extension Double {
  /// The value with a fixed number of decimals, independent of the locale.
  package func fixed(_ digits: Int) -> String {
    NumberText.fixed(self, digits)
  }
}
