import Literature

extension Correction {
  /// Whether a person has already entered what the correction states, so that it changes nothing.
  ///
  /// Another name or date alone changes nothing; another note does.
  ///
  /// - Parameter facets: the facets of the document, with their evidence.
  public func isRepeated(in facets: Facets) -> Bool {
    changes.allSatisfy { facet, change in
      let reasons: [String]
      let values: [String]
      switch facet.definition.kind {
      case .codes:
        values = facets.effective(codes: facet)
        reasons = Self.reasons(facets[codes: facet])
      case .count:
        values = facets.effective(count: facet).map { [String($0)] } ?? []
        reasons = Self.reasons(facets[counts: facet])
      case .year: return false
      }
      guard change.applied(to: values) == values else { return false }
      let entered =
        values.isEmpty ? [facets.reasonsForNone?[facet]].compactMap(\.self) : reasons
      guard !entered.isEmpty else { return false }
      return note.isEmpty || entered.contains { $0 == note || $0.hasSuffix(": \(note)") }
    }
  }

  /// The reasons of the values that a person entered.
  private static func reasons<Value>(_ values: [FacetValue<Value>]) -> [String] {
    values.flatMap(\.evidence).filter { $0.rule == Self.rule }.map(\.text)
  }
}
