import Answers
import Literature

/// The changes since a search was saved, as text.
package struct ComparisonText {
  private let style: TextStyle

  /// Maximum number of documents listed under each heading.
  private static let limit = 20

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ comparison: SearchComparison) -> String {
    let (before, after) = (comparison.before, comparison.after)
    var lines = Paragraph(
      "\(before.query.heading.capitalizedFirst) found \(Self.found(before)) on "
        + "\(before.date.prefix(10)) and finds \(Self.finds(after)) now\(changes(comparison))."
    ).lines(style)
    for note in notes(before, after) { lines += "\n" + Paragraph(note).lines(style) }
    lines += list("Lines of the strategy", (comparison.lines ?? []).map(Self.change))
    lines += list("New", comparison.new.map { "\($0.rank). \(DocumentLine.name($0.title, $0.id))" })
    lines += list(
      "Gone", comparison.gone.map { "\(DocumentLine.name($0.title, $0.id)) (was \($0.rank))" })
    lines += list(
      "Ranked differently",
      comparison.moved.map { "\($0.to). \(DocumentLine.name($0.title, $0.id)) (was \($0.from))" })
    lines += list(
      "Merged",
      comparison.merged.map { "\($0.id) is now part of \(DocumentLine.name($0.title, $0.into))" })
    return lines
  }

  private static func found(_ run: SearchComparison.Run) -> String {
    let documents = run.total.documents
    return documents == 0 ? "no documents" : NumberText.counted(documents, "document")
  }

  private static func finds(_ run: SearchComparison.Run) -> String {
    run.total.documents == 0 ? "none" : NumberText.whole(run.total.documents)
  }

  /// The changes; empty if no document was found, then and now.
  private func changes(_ comparison: SearchComparison) -> String {
    if !comparison.same { return ": \(counts(comparison))" }
    return comparison.after.total.documents == 0 ? "" : ": the same documents in the same order"
  }

  private static func change(_ line: SearchComparison.ChangedLine) -> String {
    func count(_ documents: Int?) -> String {
      documents.map { NumberText.counted($0, "document") } ?? "not run"
    }
    return "Line \(line.line): \(count(line.from)) then, \(count(line.to)) now"
  }

  private func counts(_ comparison: SearchComparison) -> String {
    [
      (comparison.new.count, "new"), (comparison.gone.count, "gone"),
      (comparison.moved.count, "ranked differently"), (comparison.merged.count, "merged"),
      (comparison.lines?.count ?? 0, "lines with a different count"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.whole($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  /// Likely reasons for the changes.
  private func notes(_ before: SearchComparison.Run, _ after: SearchComparison.Run) -> [String] {
    var notes: [String] = []
    if before.index.content != after.index.content {
      notes.append(
        "The records in the index have changed: \(NumberText.whole(before.index.documents)) "
          + "documents then, \(NumberText.whole(after.index.documents)) now.")
    }
    if let old = before.index.corrections, let new = after.index.corrections, old != new {
      let counts =
        old.count == new.count
        ? "" : ": \(NumberText.whole(old.count)) then, \(NumberText.whole(new.count)) now"
      notes.append("The corrections of facets have changed\(counts).")
    }
    if before.index.versions != after.index.versions || before.program != after.program {
      notes.append("The index was built by a different version.")
    }
    if before.query.interpreted != after.query.interpreted {
      notes.append(
        "The query is interpreted differently: \(before.query.interpreted) then, "
          + "\(after.query.interpreted) now.")
    }
    if let old = before.synonyms, let new = after.synonyms, old != new {
      notes.append(
        "Your own synonyms differ: \(Self.groups(old)) then, \(Self.groups(new)) now.")
    }
    if before.query.expansions != after.query.expansions {
      notes.append("Different words were added to the query.")
    }
    return notes
  }

  /// Rows of synonyms as text: `peer | buddy`.
  private static func groups(_ rows: [[String]]) -> String {
    if rows.isEmpty { return "none" }
    if rows.count > shownGroups { return NumberText.counted(rows.count, "group") }
    return rows.map { "“\($0.joined(separator: " | "))”" }.joined(separator: ", ")
  }

  /// Maximum number of groups of synonyms that are written out.
  private static let shownGroups = 3

  private func list(_ title: String, _ items: [String]) -> String {
    if items.isEmpty { return "" }
    var text = "\n\n" + style.paint(title, .title)
    for item in items.prefix(Self.limit) {
      text += "\n" + Paragraph(item).lines(style, indent: "  ")
    }
    let rest = items.count - Self.limit
    if rest > 0 {
      text += "\n  and \(NumberText.whole(rest)) more (use --format json to list them)"
    }
    return text
  }
}
