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
