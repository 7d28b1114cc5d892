import Literature
import Retrieval

/// Comma-separated values (RFC 4180) with a header line; an empty cell is NULL or an empty text.
struct SQLCSVPrinter: SQLPrinter {
  /// Whether cells that spreadsheets would run as formulas are marked as text.
  var marksFormulas = false

  func write(_ columns: [String], _ rows: SQLRows, to console: Console) throws -> Int {
    try console.print(CSVText.line(columns, marksFormulas: marksFormulas))
    var count = 0
    while let row = try rows.next() {
      count += 1
      try console.print(CSVText.line(row.map(\.plainText), marksFormulas: marksFormulas))
    }
    return count
  }
}
