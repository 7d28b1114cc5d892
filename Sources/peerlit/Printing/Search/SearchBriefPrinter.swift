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
      let line =
        (isBatch ? "\(PlainField.of(response.query.id ?? "")) " : "")
        + "\(padded(String(hit.rank), to: ranks, isRight: true))  \(padded(id(hit), to: ids))  "
        + "\(padded(year, to: 4))  \(TerminalText.escaped(PlainField.of(hit.document.title)))"
      return style.isTerminal ? DisplayWidth.truncated(line, to: style.width) : line
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func id(_ hit: Hit) -> String { TerminalText.escaped(hit.document.id) }

  private func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return isRight ? padding + text : text + padding
  }
}
