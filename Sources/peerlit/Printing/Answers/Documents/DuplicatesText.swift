import Answers

/// A report on duplicates as text, wrapped on a terminal.
struct DuplicatesText {
  var style = TextStyle()

  /// The report: counts by file, merged works, possible duplicates.
  func text(_ report: DuplicateReport) -> String {
    var lines = counts(report)
    lines += ["", Self.head("Merged", report.merged.count)]
    for work in report.merged {
      lines.append(wrapped(DocumentLine.name(work.title, work.id), after: "  "))
      lines += work.records.map { record in
        wrapped(
          "\(Self.location(record)): \(record.reason ?? "kept")", after: "    \(record.number). ")
      }
    }
    lines += ["", Self.head("Possible duplicates, not merged", report.possible.count)]
    for pair in report.possible {
      lines += zip(pair.ids, pair.titles).map {
        wrapped(DocumentLine.name($1, $0), after: "  ")
      }
      lines.append(wrapped(pair.reason, after: "    "))
    }
    return lines.joined(separator: "\n")
  }

  /// A text after the beginning of its line; on a terminal, it continues below itself.
  private func wrapped(_ text: String, after first: String) -> String {
    guard style.isTerminal else { return first + TerminalText.escaped(text) }
    let indent = String(repeating: " ", count: DisplayWidth.of(first))
    return Paragraph(text).lines(style, indent: indent, first: first)
  }

  /// The heading of a list.
  private static func head(_ name: String, _ count: Int) -> String {
    count == 0 ? "\(name): none" : "\(name) (\(count)):"
  }

  /// A record with its file: "id, file, line 3, record lee2020".
  static func location(_ record: DuplicateReport.Record) -> String {
    let key = record.key == record.id ? nil : record.key
    return "\(record.id), \(record.path)" + (record.line.map { ", line \($0)" } ?? "")
      + (key.map { ", record \($0)" } ?? "")
  }

  /// A table of records, duplicates and documents, and of removed records if there are any, with a
  /// row for each file.
  private func counts(_ report: DuplicateReport) -> [String] {
    let hasRemoved = report.removed > 0
    let head = ["records", "duplicates"] + (hasRemoved ? ["removed"] : []) + ["documents"]
    func row(
      _ records: Int, _ duplicates: Int, _ removed: Int, _ documents: Int
    ) -> [Int] {
      [records, duplicates] + (hasRemoved ? [removed] : []) + [documents]
    }
    let rows =
      report.sources.map { (row($0.records, $0.duplicates, $0.removed, $0.documents), $0.path) }
      + [(row(report.records, report.duplicates, report.removed, report.documents), "total")]
    func line(_ cells: [String], _ name: String) -> String {
      let first = zip(head, cells).map { head, cell in
        DisplayWidth.padded(cell, to: head.count, isRight: true) + "  "
      }.joined()
      return wrapped(name, after: first)
    }
    return [line(head, "file")] + rows.map { line($0.0.map(NumberText.whole), $0.1) }
  }
}
