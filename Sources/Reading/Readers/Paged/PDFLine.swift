/// A line of a PDF and its position on its page.
struct PDFLine {
  var text: String
  /// Number of the page, from 1.
  var page: Int
  /// Number of the block of lines within the document, from 0.
  var block: Int
  /// Upper and lower edge as fractions of the page height, from 0 at the top to 1.
  var top: Double
  var bottom: Double
  /// Edges in points.
  var box: ReadingOrder.Box
  /// Parts of the line, separated by wide gaps as in a row of a table; at least one.
  var parts: [Part]
  /// Whether the line is a table row, assembled from its cells.
  var isTableRow = false
  /// Height in points, which reflects the font size.
  var height: Double { box.bottom - box.top }

  /// A part of a line.
  struct Part {
    var text: String
    var box: ReadingOrder.Box
  }
}
