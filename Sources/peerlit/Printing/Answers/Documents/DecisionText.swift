import Answers

/// The result of merging or splitting documents, as text.
enum DecisionText {
  /// The documents with their records.
  static func text(_ report: DecisionReport) -> String {
    let lines = report.documents.flatMap { work in
      [DocumentLine.name(work.title, work.id)]
        + work.records.map { "  \(DuplicatesText.location($0))" }
    }
    return TerminalText.escaped(lines.joined(separator: "\n"), keepsLines: true)
  }
}
