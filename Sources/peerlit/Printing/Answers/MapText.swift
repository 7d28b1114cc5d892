import Answers
import Retrieval

/// One facet against another, for people: a table with rows of the first facet.
///
/// Column names are long, so they are numbered in the table's head and written out below it.
package struct MapText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ map: FacetMap) -> String {
    let heads = map.columns.indices.map { "\($0 + 1)" }
    let cells = map.counts.map { $0.map { $0 == 0 ? "·" : Decimals.whole($0) } }
    let widths = heads.indices.map { column in
      ([heads[column]] + cells.map { $0[column] }).map(\.count).max() ?? 1
    }
    let label = map.rows.map { DisplayWidth.of($0) }.max() ?? 0
    func line(_ name: String, _ cells: [String]) -> String {
      let fields = zip(cells, widths).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell
      }
      let padding = String(repeating: " ", count: label - DisplayWidth.of(name))
      return ([name + padding] + fields).joined(separator: "  ")
    }
    let title = "\(map.rowFacet) by \(map.columnFacet), \(Counted.of(map.documents, "document"))"
    var lines = [style.paint(title, .title), style.paint(line("", heads), .quiet)]
    lines += zip(map.rows, cells).map { line($0, $1) }
    lines.append("")
    lines.append(
      Paragraph(zip(heads, map.columns).map { "\($0)=\($1)" }.joined(separator: ", ")).lines(style))
    return lines.joined(separator: "\n")
  }
}
