import Answers
import Literature

/// An evidence map as text.
///
/// Column names are long, so the header has numbers, with a legend below the table. A table that is
/// wider than the terminal is printed in blocks of columns. A row and a column contain totals.
package struct MapText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ map: FacetMap) -> String {
    let title = "\(map.title), \(NumberText.counted(map.documents, "document"))"
    // Years are short enough to be used in the header.
    let isNumbered = map.columnFacet != FacetName.year.rawValue
    let heads = isNumbered ? map.columns.indices.map { "\($0 + 1)" } : map.columns
    let legend = zip(heads, map.columns).map { "\($0)=\($1)" }.joined(separator: ", ")
    let note =
      "·: no document has both values. A document counts under each of its values, also under "
      + "broader ones, and once in “all”."
    let parts =
      [Paragraph(title).lines(style, role: .title) + "\n" + table(map, heads)]
      + (isNumbered ? [Paragraph(legend).lines(style)] : [])
    return parts.joined(separator: "\n\n") + "\n" + (isNumbered ? "" : "\n")
      + Paragraph(note).lines(style, role: .quiet)
  }

  private func table(_ map: FacetMap, _ heads: [String]) -> String {
    let heads = heads + ["all"]
    let rows = map.rows + ["all"]
    let cells =
      (zip(map.counts, map.rowTotals).map { $0 + [$1] }
      + [map.columnTotals + [map.documents]])
      .map { $0.map { $0 == 0 ? "·" : NumberText.whole($0) } }
    let widths = heads.indices.map { column in
      ([heads[column]] + cells.map { $0[column] }).map(\.count).max() ?? 1
    }
    let labelWidth = rows.map { DisplayWidth.of($0) }.max() ?? 0
    func line(_ label: String, _ cells: ArraySlice<String>) -> String {
      let fields = zip(cells, widths[cells.indices]).map { cell, width in
        DisplayWidth.padded(cell, to: width, isRight: true)
      }
      return ([DisplayWidth.padded(label, to: labelWidth)] + fields).joined(separator: "  ")
    }
    return blocks(widths, room: style.width - labelWidth).map { columns in
      let head = style.paint(line("", heads[columns]), .quiet)
      return ([head] + zip(rows, cells).map { line($0, $1[columns]) }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The columns of each block: as many as fit, and at least one.
  private func blocks(_ widths: [Int], room: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    var used = 0
    for (column, width) in widths.enumerated() {
      if column > start, used + width + 2 > room {
        blocks.append(start..<column)
        start = column
        used = 0
      }
      used += width + 2
    }
    if start < widths.count { blocks.append(start..<widths.count) }
    return blocks
  }
}
