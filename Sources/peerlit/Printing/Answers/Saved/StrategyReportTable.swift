import Answers

/// The lines of a strategy as tab-separated values with a header line.
struct StrategyReportTable {
  /// The text, without a final line feed.
  func text(_ report: StrategyReport) -> String {
    let lines = report.lines.map { line in
      [
        String(line.line), line.text, line.query, line.documents.map(String.init) ?? "",
        line.notes.map { $0.text(.options) }.joined(separator: " "),
      ].map(PlainField.of).joined(separator: "\t")
    }
    return (["line\ttext\tquery\tdocuments\tnotes"] + lines).joined(separator: "\n")
  }
}
