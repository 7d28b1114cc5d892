import Literature

extension Corrections {
  /// Adds people's corrections to the facets of a document, with origin ``Origin/curated``; other
  /// values are kept as overridden or overruled (``Facets/Standing``).
  ///
  /// The evidence of a corrected value states who corrected it, when and why. A correction that
  /// adds or removes codes leaves the others as they are, with their own origin and evidence.
  public func apply(to facets: inout Facets, of document: Document) {
    let corrections = concerning(document)
    if corrections.isEmpty { return }
    for facet in FacetName.allCases {
      let changes = corrections.compactMap { correction in
        correction.changes[facet].map { (change: $0, reason: correction.reason) }
      }
      // Corrections that were taken back later do not apply.
      let first = changes.lastIndex { $0.change.isAutomatic }.map { $0 + 1 } ?? 0
      for (change, reason) in changes[first...] {
        Self.apply(change, of: facet, reason: reason, to: &facets)
      }
    }
  }

  private static func apply(
    _ change: FacetChange, of facet: FacetName, reason: String, to facets: inout Facets
  ) {
    let evidence = Evidence.record(reason, Correction.rule)
    switch facet.definition.kind {
    case .codes:
      let (values, overruled) = (facets[codes: facet], facets[overruledCodes: facet])
      (facets[codes: facet], facets[overruledCodes: facet]) =
        change.values.map { corrected(values, overruled, $0, evidence) }
        ?? amended(values, overruled, change, of: facet, evidence)
    case .count:
      (facets[counts: facet], facets[overruledCounts: facet]) = corrected(
        facets[counts: facet], facets[overruledCounts: facet],
        (change.values ?? []).compactMap { Int($0) }, evidence)
    case .year: return
    }
    if facets.statedNone.contains(facet), facets.reasonsForNone?[facet] == nil {
      facets.overruleNone(of: facet)
    }
    if facets.isEmpty(facet) {
      facets.statedNone.insert(facet)
      facets.setReasonForNone(reason, of: facet)
    } else {
      facets.statedNone.remove(facet)
      facets.setReasonForNone(nil, of: facet)
    }
  }

  /// The values with those of the correction first, and those that it overrules.
  private static func corrected<Value>(
    _ values: [FacetValue<Value>], _ overruled: [FacetValue<Value>], _ new: [Value],
    _ evidence: Evidence
  ) -> (values: [FacetValue<Value>], overruled: [FacetValue<Value>]) {
    // An earlier correction may have overruled some; its own values no longer apply.
    let others = (overruled.map(Correction.withoutRemoval) + values)
      .filter { !$0.isPossible && !Correction.isCorrected($0) }
    if new.isEmpty { return ([], others) }
    return (
      new.map { FacetValue($0, origin: .curated, evidence: [evidence]) }
        + others.filter { $0.origin != .curated },
      // Otherwise, the values of a catalogue would count as much as the corrected ones.
      others.filter { $0.origin == .curated }
    )
  }

  /// The values after some were added or removed, and those that the correction overrules.
  ///
  /// The evidence of a removed value also states who removed it, when and why.
  private static func amended(
    _ values: [FacetValue<String>], _ overruled: [FacetValue<String>], _ change: FacetChange,
    of facet: FacetName, _ evidence: Evidence
  ) -> (values: [FacetValue<String>], overruled: [FacetValue<String>]) {
    let before = Facets.effective(codes: values, of: facet).map(\.value)
    let after = change.applied(to: before)
    if after.isEmpty, !before.isEmpty { return corrected(values, overruled, [], evidence) }
    let added = change.added.filter(after.contains)
      .map { FacetValue($0, origin: .curated, evidence: [evidence], isAdded: true) }
    let removed = values.filter { change.removed.contains($0.value) }.map { value in
      var value = value
      value.evidence.append(.record(evidence.text, Correction.removal))
      (value.isPossible, value.isAdded) = (false, false)
      return value
    }
    let rest = values.filter { value in
      if change.removed.contains(value.value) { return false }
      // Once a person adds a value, no other value stays merely possible; a value is added only
      // once.
      let isAgain = change.added.contains(value.value) && Correction.isCorrected(value)
      return added.isEmpty || !value.isPossible && !isAgain
    }
    let listed =
      rest.filter { $0.origin == .curated } + added + rest.filter { $0.origin != .curated }
    let earlier = overruled.filter { !(after.contains($0.value) && Correction.isCorrected($0)) }
      .map { after.contains($0.value) ? Correction.withoutRemoval($0) : $0 }
    if Set(Facets.effective(codes: listed, of: facet).map(\.value)) == Set(after) {
      return (listed, earlier + removed)
    }
    // Values of a less trusted origin would count in place of those that were removed.
    let isKept = { (value: FacetValue<String>) in value.isPossible || after.contains(value.value) }
    return (listed.filter(isKept), earlier + removed + listed.filter { !isKept($0) })
  }
}

extension Correction {
  /// Whether a correction entered a value.
  static func isCorrected<Value>(_ value: FacetValue<Value>) -> Bool {
    value.evidence.contains { $0.rule == rule }
  }

  /// A value without the evidence of who removed it.
  static func withoutRemoval<Value>(_ value: FacetValue<Value>) -> FacetValue<Value> {
    guard value.evidence.contains(where: { $0.rule == removal }) else { return value }
    var value = value
    value.evidence.removeAll { $0.rule == removal }
    return value
  }
}
