import Literature

/// The notation of a table.
package enum TableForm: Sendable {
  /// Tab-separated values.
  case tsv
  /// Comma-separated values, in which cells that spreadsheets would run as formulas may be marked
  /// as text.
  case csv(marksFormulas: Bool)

  /// The rows as text, without a final line feed.
  package func text(_ rows: [[String]]) -> String {
    rows.map { cells in
      switch self {
      case .tsv: PlainField.line(cells)
      case .csv(let marksFormulas): CSVText.line(cells, marksFormulas: marksFormulas)
      }
    }.joined(separator: "\n")
  }
}
