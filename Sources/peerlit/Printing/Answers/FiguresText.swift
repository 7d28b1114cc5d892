import Answers
import Retrieval

/// The figures of an index, for people.
package struct FiguresText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ figures: IndexFigures) -> String {
    let megabytes = "\(Decimals.two(Double(figures.bytes) / 1_000_000)) MB"
    var rows: [(String, String)] = [
      ("Index", figures.path), ("Size", megabytes),
      ("Documents", Decimals.whole(figures.documents)),
      ("Passages", Decimals.whole(figures.passages)),
      ("Words a passage", Decimals.two(figures.meanPassageLength)),
      ("Terms", Decimals.whole(figures.terms)),
      ("Words as written", Decimals.whole(figures.words)),
      ("Segments", Decimals.whole(figures.segments)),
      ("Deleted", Decimals.whole(figures.deleted)),
    ]
    rows += figures.known.sorted { $0.key < $1.key }.map { name, count in
      ("With \(name.replacing("_", with: " "))", Decimals.whole(count))
    }
    rows += figures.versions.sorted { $0.key < $1.key }.map { ($0.key.capitalizedFirst, $0.value) }
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { name, value in
      let head = name + String(repeating: " ", count: width - name.count)
      return Paragraph(value).lines(
        style, indent: String(repeating: " ", count: width), first: style.paint(head, .quiet))
    }.joined(separator: "\n")
  }
}
