import Literature

/// Facets with their origin and the words that they rest on, for people.
package struct FacetEvidenceText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ facets: Facets) -> String {
    let blocks = [
      block("Method", facets.method, stated: facets.statedNone.contains(.method)),
      block("Setting", facets.setting, stated: facets.statedNone.contains(.setting)),
      block("Condition", facets.condition, stated: facets.statedNone.contains(.condition)),
      block("Sample size", facets.sampleSize, stated: facets.statedNone.contains(.sampleSize)),
      block(
        "Included studies", facets.includedStudies,
        stated: facets.statedNone.contains(.includedStudies)),
    ]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func block<Value: CustomStringConvertible>(
    _ name: String, _ values: [FacetValue<Value>], stated isStatedNone: Bool
  ) -> String {
    let effective = Facets.effective(values)
    if effective.isEmpty {
      return isStatedNone ? "\(style.paint(name, .title)): none (curated)" : ""
    }
    return effective.map { value in
      let head = "\(style.paint(name, .title)): \(value.value) (\(value.origin.rawValue))"
      let lines = value.evidence.map { evidence in
        let place = evidence.field == .text ? "" : "\(evidence.field.rawValue): "
        return Paragraph("\(place)“\(evidence.text)” [\(evidence.rule)]").lines(
          style, indent: "    ", role: .quiet)
      }
      return ([head] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
