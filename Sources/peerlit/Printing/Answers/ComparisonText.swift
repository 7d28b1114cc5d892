import Answers
import Retrieval

/// What changed since a search was kept, for people.
package struct ComparisonText {
  private let style: TextStyle

  /// How many documents of a kind are told one by one.
  private static let limit = 20

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ comparison: SearchComparison) -> String {
    let (before, after) = (comparison.before, comparison.after)
    var lines = Paragraph(
      "“\(before.query.text)” found \(Counted.of(before.total.documents, "document")) on "
        + "\(before.date.prefix(10)), and \(Decimals.whole(after.total.documents)) now: "
        + (comparison.same
          ? "the same, in the same order." : "\(counts(comparison)).")
    ).lines(style)
    for note in notes(before, after) { lines += "\n" + Paragraph(note).lines(style) }
    lines += list("New", comparison.new.map { "\($0.rank). \($0.id)" })
    lines += list("Gone", comparison.gone.map { "\($0.id), was \($0.rank)." })
    lines += list(
      "Ranked otherwise", comparison.moved.map { "\($0.to). \($0.id), was \($0.from)." })
    lines += list("One work with another", comparison.merged.map { "\($0.id) is now \($0.into)" })
    return lines
  }

  private func counts(_ comparison: SearchComparison) -> String {
    [
      (comparison.new.count, "new"), (comparison.gone.count, "gone"),
      (comparison.moved.count, "ranked otherwise"), (comparison.merged.count, "under another id"),
    ].filter { $0.0 > 0 }.map { "\(Decimals.whole($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  /// What may be the reason.
  private func notes(_ before: SearchComparison.Run, _ after: SearchComparison.Run) -> [String] {
    var notes: [String] = []
    if before.index.content != after.index.content {
      notes.append(
        "The index holds other records than then: \(Decimals.whole(after.index.documents)) "
          + "documents, then \(Decimals.whole(before.index.documents)).")
    }
    if before.index.versions != after.index.versions || before.program != after.program {
      notes.append("The index was made by other versions than then.")
    }
    if before.query.interpreted != after.query.interpreted {
      notes.append(
        "The query is understood otherwise: \(after.query.interpreted), "
          + "then \(before.query.interpreted).")
    }
    if before.query.expansions != after.query.expansions {
      notes.append("Other words were added to the query than then.")
    }
    return notes
  }

  private func list(_ title: String, _ items: [String]) -> String {
    if items.isEmpty { return "" }
    var text = "\n\n" + style.paint(title, .title)
    for item in items.prefix(Self.limit) {
      text += "\n" + Paragraph(item).lines(style, indent: "  ")
    }
    let rest = items.count - Self.limit
    if rest > 0 { text += "\n  and \(Decimals.whole(rest)) more (--format json has them)" }
    return text
  }
}
