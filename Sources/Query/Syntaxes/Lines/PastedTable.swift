/// Reads strategies that were copied or downloaded as tables.
enum PastedTable {
  // MARK: Columns between bars

  /// The scalars of a text with tabs in place of the bars of a table: `S3 | S1 AND S2 | 123`.
  ///
  /// Elsewhere, a bar is OR.
  static func tabbed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("|") else { return text }
    let rows = text.indices.split { text[$0] == "\n" || text[$0] == "\r" }
    let found = rows.count { row in isRow(String(scalars: text[row.startIndex..<row.endIndex])) }
    guard found > 1 else { return text }
    return text.map { $0 == "|" ? "\t" : $0 }
  }

  /// Whether a line has a number and at least two other cells.
  private static func isRow(_ line: String) -> Bool {
    line.drop(while: \.isWhitespace).contains(/^\|?\s*[#S]?\d{1,3}\s*\|[^|]*\|/)
  }

  // MARK: Comma-separated values

  /// The numbered lines of a table of comma-separated values, such as PubMed's file of a history;
  /// `nil` for other texts.
  static func lines(ofCSV text: String) -> String? {
    guard let end = text.firstIndex(where: \.isNewline), text[..<end].contains(",") else {
      return nil
    }
    let head = cells(text[..<end])[0].map { $0.lowercased().filter { $0.isLetter || $0 == " " } }
    guard let query = head.firstIndex(where: { Self.queries.contains($0) }), head.count > 1 else {
      return nil
    }
    let count = head.firstIndex { Self.counts.contains($0) }
    let filters = head.firstIndex(of: "filters")
    var lines: [String] = []
    for row in cells(text[end...]) where row.count > query {
      guard query > 0, row[0].contains(/^\s*[#S]?\d{1,3}\s*$/) else { continue }
      func cell(_ index: Int?) -> String {
        guard let index, index < row.count else { return "" }
        return row[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      let limits = cell(filters).isEmpty ? "" : " Filters: " + cell(filters)
      lines.append("\(row[0])\t\(cell(query))\(limits)\t\(cell(count))")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The names of columns with the searches, and with the numbers of their results.
  private static let queries = ["query", "search query", "search", "search terms", "searches"]
  private static let counts = ["results", "items found", "hits", "result count", "count"]

  /// The cells of rows; a cell in quotation marks may have line breaks and doubled marks.
  private static func cells(_ text: Substring) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var wasMark = false
    for character in text {
      let isMark = character == "\""
      if isMark, wasMark { rows[rows.count - 1][rows[rows.count - 1].count - 1].append("\"") }
      // Two marks in a row end the quotation and begin it again.
      wasMark = isMark && isQuoted
      if isMark {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        rows[rows.count - 1].append("")
      } else if character.isNewline, !isQuoted {
        rows.append([""])
      } else {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows
  }
}
