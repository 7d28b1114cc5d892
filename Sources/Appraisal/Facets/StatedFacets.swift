import Literature

extension Facets {
  /// The facets as the source or a catalogue stated them, before ``Appraiser`` added what it found
  /// in the record's fields and in the text, and before ``Corrections`` were applied.
  public var stated: Facets {
    var facets = self
    for name in FacetDefinition.codes.map(\.name) {
      facets[codes: name] = Self.stated(self[codes: name])
    }
    for name in FacetDefinition.counts.map(\.name) {
      facets[counts: name] = Self.stated(self[counts: name])
    }
    return facets
  }

  private static func stated<Value>(_ values: [FacetValue<Value>]) -> [FacetValue<Value>] {
    let added = RecordFacets.rules.union([Correction.rule])
    return values.filter { value in
      let rules = value.evidence.map(\.rule)
      let isFound = !rules.isEmpty && rules.allSatisfy(added.contains)
      return value.origin != .extracted && !isFound
    }
  }
}
