import Answers

/// A report on duplicates as text.
enum DuplicatesText {
  /// The report: counts by file, merged works, possible duplicates.
  static func text(_ report: DuplicateReport) -> String {
    var lines = ["Records by file:"]
    lines += report.sources.map { "  \($0.records)  \($0.path)" }
    let removed = report.records - report.documents
    lines += [
      "  \(report.records)  in all; \(removed) \(removed == 1 ? "duplicate" : "duplicates"); "
        + "\(report.documents) \(report.documents == 1 ? "document" : "documents")", "",
      "Merged (\(report.merged.count)):",
    ]
    for work in report.merged {
      lines.append("  \(work.title) [\(work.id)]")
      lines += work.records.map { record in
        let place = record.path + (record.line.map { ", line \($0)" } ?? "")
        return "    \(record.id), \(place): \(record.reason.map { "by \($0)" } ?? "kept")"
      }
    }
    lines += ["", "Possible duplicates, not merged (\(report.possible.count)):"]
    for pair in report.possible {
      lines += zip(pair.ids, pair.titles).map { "  \($1) [\($0)]" }
      lines.append("    by \(pair.reason)")
    }
    return TerminalText.escaped(lines.joined(separator: "\n"), keepsLines: true)
  }
}
