import Answers

/// The lines of a strategy as a table with a header line.
struct StrategyReportTable {
  /// The notation.
  let form: TableForm

  /// The text, without a final line feed.
  func text(_ report: StrategyReport) -> String { form.text(report.table(.options)) }
}
