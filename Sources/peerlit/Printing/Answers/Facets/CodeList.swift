import Literature

/// The facet codes with their hierarchy and meaning as text.
package struct CodeList {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed; as a table, tab-separated values with a header line.
  package func text(_ vocabulary: Vocabulary, isTable: Bool = false) -> String {
    if isTable {
      let lines = vocabulary.entries.map { entry in
        PlainField.line([
          entry.facet.rawValue, entry.code, entry.parent ?? "", entry.label, entry.meaning,
        ])
      }
      return (["facet\tcode\tparent\tlabel\tmeaning"] + lines).joined(separator: "\n")
    }
    return FacetDefinition.codes.map { facet in
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
