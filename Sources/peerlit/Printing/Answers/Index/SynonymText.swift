import Answers
import Retrieval

/// Groups of synonyms as text, one per paragraph.
struct SynonymText {
  var style = TextStyle()

  /// The text, without a final line feed.
  func text(_ groups: [SynonymGroup]) -> String {
    groups.map { group in
      Paragraph(group.forms.joined(separator: ", ")).lines(style) + "\n"
        + Paragraph("weight \(NumberText.fixed(group.weight, 1)), \(group.source)").lines(
          style, indent: "  ", first: "  ", role: .quiet)
    }.joined(separator: "\n")
  }
}

/// Groups of synonyms as tab-separated values with a header line.
struct SynonymTable {
  /// The text, without a final line feed.
  func text(_ groups: [SynonymGroup]) -> String {
    let lines = groups.map { group in
      [
        NumberText.fixed(group.weight, 1), group.source, group.forms.joined(separator: "|"),
      ].map(PlainField.of).joined(separator: "\t")
    }
    return (["weight\tsource\tforms"] + lines).joined(separator: "\n")
  }
}
