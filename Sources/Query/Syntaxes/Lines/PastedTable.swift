import Literature

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
    line.drop(while: \.isWhitespace).contains(Self.row)
  }

  // MARK: Comma-separated values

  /// The numbered lines of a table of comma-separated values, such as PubMed's file of a history;
  /// `nil` for other texts.
  static func lines(ofCSV text: String) -> DerivedText? {
    guard let first = text.firstIndex(where: \.isNewline), text[..<first].contains(",") else {
      return nil
    }
    let pasted = Array(text.unicodeScalars)
    let end = text.unicodeScalars.distance(from: text.startIndex, to: first)
    func string(_ cell: [Int]) -> String { String(scalars: cell.map { pasted[$0] }) }
    let head = cells(pasted, 0..<end)[0].map { cell in
      string(cell).lowercased().filter { $0.isLetter || $0 == " " }
    }
    // The first column has the numbers, and may be called “Search” as well.
    guard
      let query = Self.queries.lazy.compactMap({ head.dropFirst().firstIndex(of: $0) }).first
    else { return nil }
    let count = head.firstIndex { Self.counts.contains($0) }
    let limits = head.indices.compactMap { column in
      Self.limits[head[column]].map { (column: column, label: $0) }
    }
    var lines = DerivedText()
    for row in cells(pasted, end..<pasted.count) where row.count > query {
      guard let start = row[0].first,
        string(row[0]).contains(Self.number)
      else { continue }
      // The words of a cell, with single spaces between them.
      func add(_ column: Int?, after separator: String) {
        guard let column, column < row.count else { return }
        var separator = separator
        for word in row[column].split(whereSeparator: { Character(pasted[$0]).isWhitespace }) {
          lines.append(separator, from: word.first ?? start)
          for place in word { lines.append(pasted[place], from: place) }
          separator = " "
        }
      }
      if !lines.scalars.isEmpty { lines.append("\n", from: start) }
      for place in row[0] { lines.append(pasted[place], from: place) }
      lines.append("\t", from: start)
      add(query, after: "")
      for (column, label) in limits where column < row.count {
        let cell = string(row[column])
        add(column, after: cell.contains(Self.label) ? " " : label)
      }
      lines.append("\t", from: row[query].last ?? start)
      add(count, after: "")
    }
    return lines.scalars.isEmpty ? nil : lines
  }

  /// The names of columns with the searches, and with the numbers of their results.
  private static let queries = ["query", "search query", "search terms", "searches", "search"]
  private static let counts = ["results", "items found", "hits", "result count", "count"]

  /// The labels of columns with limits, by the names of the columns without other marks.
  private static let limits = [
    "filters": " Filters: ", "limiters": " Limiters - ", "limits": " Limiters - ",
    "limitersexpanders": " Limiters - ", "limiters expanders": " Limiters - ",
    "expanders": " Expanders - ", "search options": " Limiters - ", "timespan": " Timespan: ",
    "indexes": " Indexes: ", "refined by": " Refined by: ",
  ]

  /// The cells of rows, as the places of their scalars; a cell in quotation marks may have line
  /// breaks and doubled marks.
  private static func cells(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [[[Int]]] {
    var rows: [[[Int]]] = [[[]]]
    var isQuoted = false
    var wasMark = false
    func add(_ place: Int) { rows[rows.count - 1][rows[rows.count - 1].count - 1].append(place) }
    for place in range {
      let scalar = text[place]
      let isMark = scalar == "\""
      if isMark, wasMark { add(place) }
      // Two marks in a row end the quotation and begin it again.
      wasMark = isMark && isQuoted
      if isMark {
        isQuoted.toggle()
      } else if scalar == ",", !isQuoted {
        rows[rows.count - 1].append([])
      } else if !isQuoted, Character(scalar).isNewline {
        rows.append([[]])
      } else {
        add(place)
      }
    }
    return rows
  }

  // MARK: Patterns

  private static let row = SharedRegex(#/^\|?\s*[#S]?\d{1,4}\s*\|[^|]*\|/#)
  /// A label at the beginning of a cell with limits.
  private static let label =
    SharedRegex(
      #/^\s*(?i)(?:Limiters|Expanders|Search modes?|Narrow by \w+:?|Interface)\s*-\s|^\s*(?i)(?:Filters|Timespan|Indexes|Refined by)\s*[:=]/#
    )
  private static let number = SharedRegex(#/^\s*[#S]?\d{1,4}\s*$/#)
}
