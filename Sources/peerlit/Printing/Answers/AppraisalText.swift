import Literature

/// The facets of a document, for people.
package struct AppraisalText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ document: Document) -> String {
    let title = document.title.isEmpty ? "" : ": \(document.title)"
    let facets = FacetEvidenceText(style: style).text(document.facets)
    return Paragraph(document.id + title).lines(style, role: .title) + "\n"
      + (facets.isEmpty ? "No facet is stated or plainly implied." : facets)
  }
}
