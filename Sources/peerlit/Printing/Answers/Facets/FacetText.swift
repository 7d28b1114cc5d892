import Answers
import Literature

/// Counts of facet values as text.
package struct FacetText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text of a report, without a final line feed.
  package func text(_ report: FacetReport) -> String {
    let count = NumberText.counted(report.documents, "document")
    let head = report.query.text.isEmpty ? count : "\(count) for \(report.query.heading)"
    let notes = report.query.notes.map { note in
      Paragraph("Note: \(note.text(.options))").lines(style, role: .warning)
    }
    return ([Paragraph(head).lines(style), text(report.facets)] + notes)
      .joinedNonEmpty(separator: "\n\n")
  }

  /// The text of counts, without a final line feed.
  package func text(_ facets: FacetCounts) -> String {
    FacetDefinition.filters.compactMap { facet in
      facets[facet.name.rawValue].map { block(facet.label, $0) }
    }.joined(separator: "\n\n")
  }

  private func block(_ title: String, _ counts: [FacetCount]) -> String {
    let numbers = counts.map { NumberText.whole($0.documents) }
    let width = numbers.map(\.count).max() ?? 0
    let lines = zip(counts, numbers).map { count, number in
      "  " + DisplayWidth.padded(number, to: width, isRight: true) + "  " + count.value
    }
    return ([style.paint(title, .title)] + (lines.isEmpty ? ["  no values"] : lines))
      .joined(separator: "\n")
  }
}
