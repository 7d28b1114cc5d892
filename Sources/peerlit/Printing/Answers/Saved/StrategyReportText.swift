import Answers

/// The lines of a strategy with the number of documents that each finds, as readable text.
struct StrategyReportText {
  var style = TextStyle()

  /// The text, without a final line feed.
  func text(_ report: StrategyReport) -> String {
    (report.notes.map { paragraph("Note: \($0)", "", .warning) } + paragraphs(report.lines))
      .joined(separator: "\n\n")
  }

  /// A paragraph for each line, after the notes that several lines have.
  func paragraphs(_ lines: [StrategyReport.Line]) -> [String] {
    let (shared, lines) = StrategyReport.sharedNotes(of: lines)
    let digits = String(lines.map(\.line).max() ?? 1).count
    let indent = String(repeating: " ", count: digits + 2)
    let notes = shared.map { shared in
      paragraph("Note: \(shared.place): \(shared.note.text(.options))", "", .warning)
    }
    return notes
      + lines.map { line in
        let first = DisplayWidth.padded(String(line.line), to: digits, isRight: true) + "  "
        var parts = [Paragraph(line.text).lines(style, indent: indent, first: first, role: .title)]
        let documents =
          line.documents.map { NumberText.counted($0, "document") } ?? "nothing to run"
        if line.query != line.text, !line.query.isEmpty {
          parts.append(paragraph("Runs as: \(line.query)", indent, nil))
        }
        parts.append(paragraph(documents, indent, .quiet))
        parts += line.notes.map { paragraph("Note: \($0.text(.options))", indent, .warning) }
        return parts.joined(separator: "\n")
      }
  }

  private func paragraph(_ text: String, _ indent: String, _ role: TextStyle.Role?) -> String {
    Paragraph(text).lines(style, indent: indent, role: role)
  }
}
