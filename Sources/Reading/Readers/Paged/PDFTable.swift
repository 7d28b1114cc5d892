import Literature

/// Finds the tables of a page by the positions of their cells.
///
/// A PDF has no tables, only text at positions. Three or more rows of short texts side by side
/// count as a table if their columns do not overlap.
enum PDFTable {
  /// Minimum number of rows of a table.
  private static let fewestRows = 3
  /// Maximum length of a cell in characters; longer text is prose in columns.
  private static let longestCell = 60
  private static let longestMean = 25
  /// Added to the number of a block for a table found in it.
  private static let tableBlock = 1_000_000

  /// The lines of a page with each table's lines replaced by one line per row, in a separate block.
  static func assembled(_ lines: [PDFLine]) -> [PDFLine] {
    let rows = rows(of: lines)
    var added: [PDFLine] = []
    var run: [Row] = []
    var taken = Set<Int>()
    func close() {
      if let table = table(run) {
        added += table
        taken.formUnion(run.flatMap { $0.lines })
      }
      run = []
    }
    for row in rows {
      if let last = run.last, row.box.top - last.box.bottom > 3 * (last.box.bottom - last.box.top) {
        close()
      }
      if row.isCandidate { run.append(row) } else { close() }
    }
    close()
    guard !taken.isEmpty else { return lines }
    let rest = lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
    return rest + added
  }

  /// Parts of lines at the same height.
  private struct Row {
    var parts: [PDFLine.Part]
    /// Indices of the lines that the parts belong to.
    var lines: Set<Int>
    var box: ReadingOrder.Box
    var model: PDFLine

    var isCandidate: Bool {
      guard parts.count >= 2 else { return false }
      let lengths = parts.map(\.text.count)
      guard lengths.allSatisfy({ $0 <= PDFTable.longestCell }),
        lengths.reduce(0, +) <= PDFTable.longestMean * parts.count
      else { return false }
      // The title area of a first page has authors and addresses side by side.
      if model.page == 1, model.top < 0.3 { return false }
      if parts.count == 2, PDFTable.isMarker(parts[0].text) { return false }
      let gap = 1.2 * (box.bottom - box.top)
      return zip(parts, parts.dropFirst()).allSatisfy { $1.box.left - $0.box.right >= gap }
    }
  }

  /// Whether a text is the bullet or number of a list item.
  private static func isMarker(_ text: String) -> Bool {
    text.count <= 4 && (!text.contains(where: \.isLetter) || ".)]".contains(text.last ?? " "))
      && (text.last.map { ".)]•·–-*".contains($0) } ?? false || !text.contains(where: \.isNumber))
  }

  private static func rows(of lines: [PDFLine]) -> [Row] {
    let order = lines.indices.sorted { lines[$0].box.top < lines[$1].box.top }
    var rows: [Row] = []
    for index in order {
      let line = lines[index]
      let middle = (line.box.top + line.box.bottom) / 2
      if let last = rows.indices.last, rows[last].box.top < middle, middle < rows[last].box.bottom,
        abs(middle - (rows[last].box.top + rows[last].box.bottom) / 2) < line.height / 2
      {
        rows[last].parts += line.parts
        rows[last].lines.insert(index)
        rows[last].box.left = min(rows[last].box.left, line.box.left)
        rows[last].box.right = max(rows[last].box.right, line.box.right)
      } else {
        rows.append(Row(parts: line.parts, lines: [index], box: line.box, model: line))
      }
    }
    for index in rows.indices { rows[index].parts.sort { $0.box.left < $1.box.left } }
    return rows
  }

  /// The rows of a table as lines, or `nil` if the texts do not form columns.
  private static func table(_ rows: [Row]) -> [PDFLine]? {
    guard rows.count >= fewestRows, let first = rows.first else { return nil }
    let columns = columns(rows.flatMap(\.parts).map(\.box))
    let most = rows.map(\.parts.count).max() ?? 0
    guard columns.count >= 2, columns.count >= most else { return nil }
    let box = ReadingOrder.Box(
      left: rows.map(\.box.left).min() ?? 0, top: first.box.top,
      right: rows.map(\.box.right).max() ?? 0, bottom: rows.map(\.box.bottom).max() ?? 0)
    return rows.map { row in
      var cells = Array(repeating: "", count: columns.count)
      for part in row.parts {
        let column = columns.firstIndex { $0.contains(part.box.left) } ?? 0
        cells[column] += cells[column].isEmpty ? part.text : " " + part.text
      }
      var line = row.model
      line.text = TextBuilder.row(cells)
      line.parts = [PDFLine.Part(text: line.text, box: box)]
      line.block = tableBlock + first.model.block
      line.box.left = box.left
      line.box.right = box.right
      line.isTableRow = true
      return line
    }
  }

  /// The ranges of the page width that some boxes cover, with overlapping ranges merged.
  private static func columns(_ boxes: [ReadingOrder.Box]) -> [ClosedRange<Double>] {
    var columns: [ClosedRange<Double>] = []
    for box in boxes.sorted(by: { $0.left < $1.left }) {
      let range = box.left...max(box.left, box.right)
      if let last = columns.last, last.overlaps(range) {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        columns.append(range)
      }
    }
    return columns
  }
}
