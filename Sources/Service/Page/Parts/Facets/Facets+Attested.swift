import Literature

extension Facets {
  /// The effective values, each with the evidence of every origin that gives the same value: what a
  /// person entered usually occurs in the text as well.
  package static func attested<Value>(_ values: [FacetValue<Value>]) -> [FacetValue<Value>] {
    attested(effective(values), in: values)
  }

  /// The effective values of a facet of codes, with the evidence of every origin.
  package static func attested(
    codes values: [FacetValue<String>], of facet: FacetName
  ) -> [FacetValue<String>] {
    attested(effective(codes: values, of: facet), in: values)
  }

  private static func attested<Value>(
    _ effective: [FacetValue<Value>], in values: [FacetValue<Value>]
  ) -> [FacetValue<Value>] {
    effective.map { value in
      var attested = value
      for other in values
      where other.value == value.value && other.origin != value.origin && !other.isPossible {
        attested.evidence += other.evidence.filter { !attested.evidence.contains($0) }
      }
      return attested
    }
  }
}
