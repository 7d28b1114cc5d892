import Literature

/// The facets of a document as text.
package struct AppraisalText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ document: Document) -> String {
    let title = document.title.isEmpty ? "" : ": \(document.title)"
    let facets = FacetEvidenceText(style: style).text(document.facets)
    return Paragraph(document.id + title).lines(style, role: .title) + "\n"
      + (facets.isEmpty ? "No facets found." : facets)
  }
}
