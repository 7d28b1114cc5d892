import Literature

extension Correction {
  /// Whether a person has already entered what the correction states, so that it changes nothing.
  ///
  /// Another name or date alone changes nothing; another note does.
  ///
  /// - Parameter facets: the facets of the document, with their evidence.
  public func isRepeated(in facets: Facets) -> Bool {
    changes.allSatisfy { facet, change in
      let values: [String]
      let entered: [(value: String, reason: String)]
      switch facet.definition.kind {
      case .codes:
        values = facets.effective(codes: facet)
        entered = Self.entered(facets[codes: facet] + facets[overruledCodes: facet])
      case .count:
        values = facets.effective(count: facet).map { [String($0)] } ?? []
        entered = Self.entered(facets[counts: facet])
      case .year: return false
      }
      let none = facets.reasonsForNone?[facet]
      if change.isAutomatic { return entered.isEmpty && none == nil }
      guard change.applied(to: values) == values else { return false }
      // A value found in the text has not been confirmed by a person.
      let stated = change.values ?? change.added
      guard stated.allSatisfy({ value in entered.contains { $0.value == value } }) else {
        return false
      }
      let reasons = values.isEmpty ? [none].compactMap(\.self) : entered.map(\.reason)
      guard !reasons.isEmpty else { return false }
      return note.isEmpty || reasons.contains { $0 == note || $0.hasSuffix(": \(note)") }
    }
  }

  /// The values that a person entered or removed, with the reasons.
  private static func entered<Value>(
    _ values: [FacetValue<Value>]
  ) -> [(value: String, reason: String)] {
    values.flatMap { value in
      value.evidence.filter { $0.isCorrection }
        .map { (value: "\(value.value)", reason: $0.text) }
    }
  }
}
