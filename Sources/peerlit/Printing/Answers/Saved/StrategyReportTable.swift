import Answers
import Literature

/// The lines of a strategy as a table with a header line.
struct StrategyReportTable {
  /// The notation of a table.
  enum Form {
    /// Tab-separated values.
    case tsv
    /// Comma-separated values, in which cells that spreadsheets would run as formulas may be marked
    /// as text.
    case csv(marksFormulas: Bool)
  }

  /// The notation.
  let form: Form

  /// The text, without a final line feed.
  func text(_ report: StrategyReport) -> String {
    report.table(.options).map { cells in
      switch form {
      case .tsv: PlainField.line(cells)
      case .csv(let marksFormulas): CSVText.line(cells, marksFormulas: marksFormulas)
      }
    }.joined(separator: "\n")
  }
}
