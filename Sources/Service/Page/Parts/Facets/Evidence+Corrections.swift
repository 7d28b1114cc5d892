import Appraisal
import Literature

extension [Evidence] {
  /// The evidence from the document and its record, without what people said.
  var quotations: [Evidence] {
    filter { !$0.isCorrection }
  }

  /// Who made the corrections of a rule, when and why: “ (Ann, 2026-11-30: table 1)”; empty if this
  /// is not known.
  ///
  /// - Parameter rule: ``Correction/rule`` or ``Correction/removal``.
  func people(_ rule: String) -> String {
    Self.people(filter { $0.rule == rule }.map(\.text))
  }

  /// Reasons in parentheses, after a space.
  static func people(_ reasons: [String]) -> String {
    let known = reasons.filter { !$0.isEmpty }
    return known.isEmpty ? "" : " (\(known.joined(separator: "; ")))"
  }
}

extension Facets {
  /// Whether a person has corrected a facet.
  func isCorrected(_ facet: FacetName) -> Bool {
    let evidence =
      (self[codes: facet] + self[overruledCodes: facet]).flatMap(\.evidence)
      + (self[counts: facet] + self[overruledCounts: facet]).flatMap(\.evidence)
    return reasonsForNone?[facet] != nil || evidence.quotations.count < evidence.count
  }
}
