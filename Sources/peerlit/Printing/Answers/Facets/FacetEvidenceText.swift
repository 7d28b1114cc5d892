import Literature

/// Facets with their origin and evidence as text.
///
/// Effective values come first, then values overridden by a more trusted origin.
package struct FacetEvidenceText {
  private let style: TextStyle
  private let indent: String

  /// Creates a printer.
  package init(style: TextStyle = TextStyle(), indent: String = "") {
    self.style = style
    self.indent = indent
  }

  /// The text of a document's facets, without a final line feed.
  package func text(_ facets: Facets) -> String {
    let blocks = FacetName.allCases.map { facet in
      let name = facet.rawValue.replacing("_", with: " ").capitalizedFirst
      let isStatedNone = facets.statedNone.contains(facet)
      return facet.definition.kind == .codes
        ? block(name, facets[codes: facet], stated: isStatedNone)
        : block(name, facets[counts: facet], stated: isStatedNone)
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func block<Value: CustomStringConvertible>(
    _ name: String, _ values: [FacetValue<Value>], stated isStatedNone: Bool
  ) -> String {
    if values.isEmpty {
      return isStatedNone ? "\(indent)\(style.paint(name, .title)): none (curated)" : ""
    }
    let best = values.map(\.origin).min()
    let effective = Facets.effective(values)
    let overridden = values.filter { $0.origin != best }
    return (effective + overridden).map { value in
      let note = value.origin == best ? "" : ", overridden"
      let head = Paragraph("\(value.value) (\(value.origin.rawValue)\(note))").lines(
        style, indent: indent + String(repeating: " ", count: name.count + 2),
        first: "\(indent)\(style.paint(name, .title)): ")
      let lines = value.evidence.map { evidence in
        Paragraph("“\(evidence.text)” [\(Self.place(evidence))]").lines(
          style, indent: indent + "    ", role: .quiet)
      }
      return ([head] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The rule and the range of the evidence, in Unicode scalars.
  private static func place(_ evidence: Evidence) -> String {
    let range = evidence.field == .record ? "" : " \(evidence.start)–\(evidence.end)"
    return "\(evidence.rule), \(evidence.field.rawValue)\(range)"
  }
}
