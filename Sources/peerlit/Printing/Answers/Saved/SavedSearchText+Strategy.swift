import Answers

/// The lines of a strategy in a saved search: the table that PRISMA-S asks for.
extension SavedSearchText {
  /// The section on the strategy.
  func strategy(_ lines: [StrategyReport.Line]) -> [String] {
    var parts = [heading("Search strategy", level: 2)]
    switch form {
    case .plain:
      parts += StrategyReportText().paragraphs(lines)
    case .markdown:
      parts.append(
        table(
          ["Line", "Search as typed", "Query as run", "Documents"],
          lines.map { line in
            [
              String(line.line), code(line.text), line.query.isEmpty ? "" : code(line.query),
              line.documents.map(NumberText.whole) ?? "not run",
            ]
          }))
      let notes = StrategyReport.notes(of: lines).map {
        "- \($0.place): " + escaped($0.note.text(.options))
      }
      if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
    }
    return parts
  }
}
