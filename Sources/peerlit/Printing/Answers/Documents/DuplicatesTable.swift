import Answers

/// A report on duplicates as a table with a header line.
///
/// It has a row for each record of a merged work, and two for each pair of possible duplicates. The
/// rows of a work or a pair have the same number.
struct DuplicatesTable {
  /// The notation.
  let form: TableForm

  private static let head = [
    "group", "decision", "id", "title", "record", "record_id", "file", "line", "key", "reason",
  ]

  /// The text, without a final line feed.
  func text(_ report: DuplicateReport) -> String {
    var rows = [Self.head]
    for (group, work) in report.merged.enumerated() {
      rows += work.records.map { record in
        [String(group + 1), "merged", work.id, work.title] + Self.cells(record)
      }
    }
    for (group, pair) in report.possible.enumerated() {
      rows += zip(pair.ids, pair.titles).map { id, title in
        let number = String(report.merged.count + group + 1)
        return [number, "possible", id, title, "", "", "", "", "", pair.reason]
      }
    }
    return form.text(rows)
  }

  private static func cells(_ record: DuplicateReport.Record) -> [String] {
    [
      String(record.number), record.id, record.path, record.line.map(String.init) ?? "",
      record.key ?? "", record.reason ?? "kept",
    ]
  }
}
