import Answers

/// One line per hit: rank, id, year and title.
///
/// On a terminal, lines are truncated to its width; elsewhere, they are complete.
struct SearchBriefPrinter: SearchPrinter {
  var style = TextStyle()
  /// Whether each line begins with the id of its query.
  var isBatch = false

  func text(_ response: SearchResponse) throws -> String? {
    let ranks = String(response.hits.last?.rank ?? 1).count
    let ids = min(36, response.hits.map { DisplayWidth.of(id($0)) }.max() ?? 0)
    let lines = response.hits.map { hit in
      let year = hit.document.year.map(String.init) ?? "–"
      let cells = [
        DisplayWidth.padded(String(hit.rank), to: ranks, isRight: true),
        DisplayWidth.padded(id(hit), to: ids), DisplayWidth.padded(year, to: 4),
        TerminalText.escaped(PlainField.of(hit.document.listedTitle)),
      ]
      let query = isBatch ? PlainField.of(response.query.id ?? "") + " " : ""
      let line = query + cells.joined(separator: "  ")
      return style.isTerminal ? DisplayWidth.truncated(line, to: style.width) : line
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func id(_ hit: Hit) -> String { TerminalText.escaped(hit.document.id) }
}
