import Answers
import Literature
import Query

/// Draws one facet against another: an evidence-gap map as a self-contained SVG image.
///
///     let map = try index.map(rows: .method, columns: .condition, request)
///     FacetMapDrawing(map, notes: .options).svg
///
/// Every cell with documents is shaded by their number and shows it, so colour is never the only
/// cue; an empty cell is a gap. Text stays text; no font, script or image is fetched. The colours
/// follow the reader's setting (`prefers-color-scheme`); print uses the light ones. Screen readers
/// see a table (roles of WAI-ARIA 1.2, mapped to SVG by SVG-AAM).
public struct FacetMapDrawing: Sendable {
  private let map: FacetMap
  private let wording: SearchNote.Wording
  private let rows: [String]
  private let columns: [String]
  /// The row labels with the number of documents.
  private let rowHeads: [String]
  private let columnHeads: [String]
  private let scale: Scale
  private let layout: Layout

  /// Prepares the drawing of a map.
  ///
  /// - Parameter notes: how the notes in its description name parameters.
  public init(_ map: FacetMap, notes wording: SearchNote.Wording) {
    self.map = map
    self.wording = wording
    rows = map.rows.map { Self.label($0, of: map.rowFacet) }
    columns = map.columns.map { Self.label($0, of: map.columnFacet) }
    rowHeads = zip(rows, map.rowTotals).map { "\($0) (\($1))" }
    columnHeads = zip(columns, map.columnTotals).map { "\($0) (\($1))" }
    scale = Scale(highest: map.counts.joined().max() ?? 0)
    layout = Layout(rows: rowHeads, columns: columnHeads, title: map.title)
  }

  /// The image: an SVG document in UTF-8 that can be a file or part of a page, without a final
  /// newline.
  public var svg: String {
    let size = "width=\"\(layout.width)\" height=\"\(layout.height)\""
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"peerlit-map\" \(size) "
          + "viewBox=\"0 0 \(layout.width) \(layout.height)\" role=\"graphics-document document\" "
          + "aria-labelledby=\"peerlit-map-title\" aria-describedby=\"peerlit-map-desc\">",
        "<title id=\"peerlit-map-title\">\(XMLText.escape(map.title))</title>",
        "<desc id=\"peerlit-map-desc\">\(XMLText.escape(description))</desc>",
        "<style>\(FacetMapStyle.text)</style>",
        "<rect class=\"page\" width=\"100%\" height=\"100%\"/>",
        text(layout.margin, 30, map.title, style: "title"),
        text(layout.margin, 50, Layout.fit(subtitle, into: layout.width), style: "quiet"),
      ] + table + legend + ["</svg>"]
    return lines.joined(separator: "\n")
  }

  // MARK: Words

  private static func documents(_ count: Int) -> String {
    count == 1 ? "1 document" : "\(count) documents"
  }

  private var subtitle: String {
    let count = Self.documents(map.documents)
    return map.query.text.isEmpty ? count : "\(count) for \(map.query.heading)"
  }

  private var description: String {
    let filled = map.counts.joined().count { $0 > 0 }
    let cells = map.rows.count * map.columns.count
    return
      ([
        "\(subtitle). An evidence-gap map: rows are values of \(map.rowFacet), columns values of "
          + "\(map.columnFacet), each cell the number of documents that have both; "
          + "\(filled) of \(cells) cells have documents. Numbers in parentheses are totals; a "
          + "document with several values counts in several rows or columns."
      ] + map.query.notes.map { $0.text(wording) }).joined(separator: " ")
  }

  /// The human-readable label of a value.
  private static func label(_ value: String, of facet: String) -> String {
    if value == CodeFilter.none { return "None stated" }
    if facet == FacetName.year.rawValue { return value.replacing("..", with: "–") }
    guard let name = FacetName(rawValue: facet),
      let entry = Vocabulary.standard.entry(value, in: name)
    else { return value }
    return entry.label
  }

  // MARK: Parts

  private func text(
    _ x: Int, _ y: Int, _ words: String, style: String, more: String = ""
  ) -> String {
    "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\"\(more)>\(XMLText.escape(words))</text>"
  }

  private var table: [String] {
    guard !rows.isEmpty, !columns.isEmpty else {
      return [text(layout.margin, layout.top, "No documents to count.", style: "label")]
    }
    let counts = " aria-rowcount=\"\(rows.count + 1)\" aria-colcount=\"\(columns.count + 1)\""
    let name = XMLText.escape(map.title)
    var lines = ["<g role=\"table\" aria-label=\"\(name)\"\(counts)>", grid]
    lines.append("<g role=\"row\" aria-rowindex=\"1\">")
    for (at, column) in columnHeads.enumerated() {
      let (x, y) = (layout.x(at) + Layout.cell.width / 2 + 4, layout.top - 8)
      lines.append(
        text(
          x, y, column, style: "label",
          more: " transform=\"rotate(-45 \(x) \(y))\" role=\"columnheader\""
            + " aria-colindex=\"\(at + 2)\""))
    }
    lines.append("</g>")
    for (at, row) in rows.enumerated() { lines += line(at, row) }
    return lines + ["</g>"]
  }

  /// The lines between cells, which make gaps visible.
  private var grid: String {
    let (right, bottom) = (layout.x(columns.count), layout.y(rows.count))
    let across = (0...rows.count).map { "M\(layout.left) \(layout.y($0))H\(right)" }
    let down = (0...columns.count).map { "M\(layout.x($0)) \(layout.top)V\(bottom)" }
    return "<path class=\"grid\" d=\"\((across + down).joined())\"/>"
  }

  private func line(_ at: Int, _ row: String) -> [String] {
    let middle = layout.y(at) + Layout.cell.height / 2
    let header = text(
      layout.left - 8, middle + 4, rowHeads[at], style: "label end",
      more: " role=\"rowheader\" aria-colindex=\"1\"")
    var lines = ["<g role=\"row\" aria-rowindex=\"\(at + 2)\">", header]
    for (column, count) in map.counts[at].enumerated() where count > 0 {
      let name = XMLText.escape("\(row), \(columns[column]): \(Self.documents(count))")
      let level = scale.level(count)
      lines.append(
        "<g role=\"cell\" aria-colindex=\"\(column + 2)\" aria-label=\"\(name)\">"
          + "<title>\(name)</title>"
          + box(level, layout.x(column), layout.y(at))
          + text(
            layout.x(column) + Layout.cell.width / 2, middle + 4, "\(count)", style: "n\(level)")
          + "</g>")
    }
    return lines + ["</g>"]
  }

  private func box(_ level: Int, _ x: Int, _ y: Int) -> String {
    "<rect class=\"c\(level)\" x=\"\(x + 1)\" y=\"\(y + 1)\" width=\"\(Layout.cell.width - 2)\" "
      + "height=\"\(Layout.cell.height - 2)\" rx=\"3\"/>"
  }

  /// The legend of the shades.
  private var legend: [String] {
    guard !rows.isEmpty, !columns.isEmpty, !scale.ranges.isEmpty else { return [] }
    let y = layout.legend
    let lead = "Documents"
    var x = layout.margin + Layout.width(of: lead) + 12
    var lines = ["<g>", text(layout.margin, y + Layout.cell.height / 2 + 4, lead, style: "quiet")]
    for (level, range) in scale.ranges {
      let words =
        range.lowerBound == range.upperBound
        ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
      lines.append(box(level, x, y))
      x += Layout.cell.width + 6
      lines.append(text(x, y + Layout.cell.height / 2 + 4, words, style: "quiet"))
      x += Layout.width(of: words) + 14
    }
    return lines + ["</g>"]
  }
}
