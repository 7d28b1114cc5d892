import Literature

/// The facet codes with their hierarchy and meaning as text.
package struct CodeList {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The codes as a table with a header line, without a final line feed.
  package func table(_ vocabulary: Vocabulary, as form: TableForm) -> String {
    let rows = vocabulary.entries.map { entry in
      [entry.facet.rawValue, entry.code, entry.parent ?? "", entry.label, entry.meaning]
    }
    return form.text([["facet", "code", "parent", "label", "meaning"]] + rows)
  }

  /// The text, without a final line feed.
  package func text(_ vocabulary: Vocabulary) -> String {
    FacetDefinition.codes.map { facet in
      let lines = vocabulary.codes(of: facet.name).compactMap { code in
        vocabulary.entry(code, in: facet.name).map { line($0, in: vocabulary) }
      }
      return ([style.paint(facet.label, .title)] + lines).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func line(_ entry: Vocabulary.Entry, in vocabulary: Vocabulary) -> String {
    let depth = vocabulary.ancestors(of: entry.code, in: entry.facet).count
    let code = String(repeating: "  ", count: depth + 1) + entry.code
    let padding = String(repeating: " ", count: max(2, 32 - code.count))
    let meaning = entry.meaning.isEmpty ? entry.label : entry.meaning
    return Paragraph(meaning).lines(
      style, indent: String(repeating: " ", count: max(32, code.count + 2)), first: code + padding)
  }
}
