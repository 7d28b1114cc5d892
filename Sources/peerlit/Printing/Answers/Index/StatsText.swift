import Answers
import Literature

/// Index statistics as text.
package struct StatsText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ stats: IndexStats) -> String {
    let megabytes = "\(NumberText.fixed(Double(stats.bytes) / 1_000_000, 2)) MB"
    var rows: [(String, String)] = [
      ("Index", stats.path), ("Size", megabytes),
      ("Documents", NumberText.whole(stats.documents)),
      ("Passages", NumberText.whole(stats.passages)),
      ("Words per passage", NumberText.fixed(stats.meanPassageLength, 2)),
      ("Terms", NumberText.whole(stats.terms)),
      ("Distinct words", NumberText.whole(stats.words)),
      ("Segments", NumberText.whole(stats.segments)),
    ]
    if let encoded = stats.embeddings["encoder"], let words = stats.embeddings["words"] {
      rows.append(("Encoded documents", NumberText.whole(encoded)))
      rows.append(("Not encoded", NumberText.whole(words)))
    }
    rows += stats.known.sorted { $0.key < $1.key }.map { name, count in
      let noun = FacetName(rawValue: name)?.definition.noun ?? name.replacing("_", with: " ")
      return ("With a \(noun)", NumberText.whole(count))
    }
    rows += VersionRows.of(stats.versions).map { name, version in
      (name == "sqlite" ? "SQLite" : name.capitalizedFirst, version)
    }
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { name, value in
      let head = DisplayWidth.padded(name, to: width)
      return Paragraph(value).lines(
        style, indent: String(repeating: " ", count: width), first: style.paint(head, .quiet))
    }.joined(separator: "\n")
  }
}
