import Literature

/// The corrections of a library, in the order in which they were made.
public struct Corrections: Sendable, Equatable {
  /// The corrections; later ones take precedence.
  public let all: [Correction]
  // Indexes for finding the corrections of a document, because a library may have thousands.
  private var byIdentifier: [Identifier: [Int]] = [:]
  private var byID: [String: [Int]] = [:]
  private var byTitle: [[Substring]: [Int]] = [:]

  /// Creates a list of corrections in order.
  public init(_ all: [Correction] = []) {
    self.all = all
    for (number, correction) in all.enumerated() {
      for identifier in correction.identifiers {
        byIdentifier[identifier, default: []].append(number)
      }
      byID[correction.id, default: []].append(number)
      byTitle[Correction.words(correction.title), default: []].append(number)
    }
  }

  /// The corrections of a document, in order.
  public func concerning(_ document: Document) -> [Correction] {
    if isEmpty { return [] }
    var numbers = Set(byID[document.id] ?? [])
    numbers.formUnion(byTitle[Correction.words(document.title)] ?? [])
    for identifier in document.identifiers { numbers.formUnion(byIdentifier[identifier] ?? []) }
    return numbers.sorted().map { all[$0] }.filter { $0.concerns(document) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { all.isEmpty }

  /// Adds people's corrections to the facets of a document, with origin ``Origin/curated``; other
  /// values are kept as overridden or overruled (``Facets/Standing``).
  ///
  /// The evidence of a corrected value states who corrected it, when and why.
  public func apply(to facets: inout Facets, of document: Document) {
    for correction in concerning(document) {
      for facet in FacetName.allCases {
        guard let change = correction.changes[facet] else { continue }
        Self.apply(change, of: facet, reason: correction.reason, to: &facets)
      }
    }
  }

  private static func apply(
    _ change: FacetChange, of facet: FacetName, reason: String, to facets: inout Facets
  ) {
    let evidence = Evidence.record(reason, Correction.rule)
    switch facet.definition.kind {
    case .codes:
      let values = change.applied(to: facets.effective(codes: facet))
      (facets[codes: facet], facets[overruledCodes: facet]) = corrected(
        facets[codes: facet], facets[overruledCodes: facet], values, evidence)
    case .count:
      let values = change.applied(
        to: facets.effective(count: facet).map { [String($0)] } ?? [])
      (facets[counts: facet], facets[overruledCounts: facet]) = corrected(
        facets[counts: facet], facets[overruledCounts: facet], values.compactMap(Int.init),
        evidence)
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
    let others = overruled + values.filter { !$0.isPossible && !isCorrected($0) }
    if new.isEmpty { return ([], others) }
    return (
      new.map { FacetValue($0, origin: .curated, evidence: [evidence]) }
        + others.filter { $0.origin != .curated },
      // Otherwise, the values of a catalogue would count as much as the corrected ones.
      others.filter { $0.origin == .curated }
    )
  }

  /// Whether a value is that of a correction.
  private static func isCorrected<Value>(_ value: FacetValue<Value>) -> Bool {
    value.evidence.contains { $0.rule == Correction.rule }
  }
}
