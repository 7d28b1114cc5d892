import Literature

extension Facets {
  /// The facets as stated in the source or a catalogue, without those that ``Appraiser`` added from
  /// record fields and text, and without ``Corrections``.
  public var stated: Facets {
    var facets = self
    for name in FacetDefinition.codes.map(\.name) {
      facets[codes: name] = Self.stated(
        self[codes: name] + self[overruledCodes: name])
    }
    for name in FacetDefinition.counts.map(\.name) {
      facets[counts: name] = Self.stated(
        self[counts: name] + self[overruledCounts: name])
    }
    for name in FacetName.allCases where reasonsForNone?[name] != nil {
      facets.statedNone.remove(name)
      facets.setReasonForNone(nil, of: name)
    }
    facets.statedNone.formUnion(overruledNone)
    facets.removeOverruled()
    return facets
  }

  private static func stated<Value>(_ values: [FacetValue<Value>]) -> [FacetValue<Value>] {
    let added = Evidence.recordRules.union([Correction.rule])
    return values.map(Correction.withoutRemoval).filter { value in
      let rules = value.evidence.map(\.rule)
      let isFound = !rules.isEmpty && rules.allSatisfy(added.contains)
      return value.origin != .extracted && !isFound
    }
  }
}
