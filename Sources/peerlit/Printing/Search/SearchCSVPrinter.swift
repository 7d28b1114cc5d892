import Answers
import Literature

/// Comma-separated values (RFC 4180) with a header line and one record per hit: the columns of
/// ``SearchTSVPrinter``, for spreadsheets.
struct SearchCSVPrinter: SearchPrinter {
  /// Whether each record begins with the id of its query.
  var isBatch = false
  /// Whether cells that spreadsheets would run as formulas are marked as text.
  var marksFormulas = false

  var header: String? { CSVText.line(SearchTSVPrinter.names(isBatch: isBatch)) }

  func text(_ response: SearchResponse) throws -> String? {
    let lines = SearchTSVPrinter.rows(response, isBatch: isBatch).map {
      CSVText.line($0, marksFormulas: marksFormulas)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
