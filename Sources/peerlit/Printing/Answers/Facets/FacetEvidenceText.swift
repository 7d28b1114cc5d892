import Appraisal
import Literature

/// Facets with their origin and evidence as text.
///
/// Effective values come first, then values overridden by a more trusted origin, then possible
/// ones. Values that peerlit found itself have their confidence.
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
      let name = facet.definition.label
      let none =
        facets.statedNone.contains(facet) ? none(name, facets.reasonsForNone?[facet] ?? "") : ""
      let (codes, counts) = (facets[codes: facet], facets[counts: facet])
      let block =
        facet.definition.kind == .codes
        ? block(
          name, codes, effective: Facets.effective(codes: codes, of: facet),
          facets[overruledCodes: facet], ifEmpty: none)
        : block(
          name, counts, effective: Facets.effective(counts), facets[overruledCounts: facet],
          ifEmpty: none)
      // A catalogue says that there is none, a person gives a value.
      let isOverruled = facets.overruledNone.contains(facet) && !facets.isEmpty(facet)
      let overruled = "\(indent)\(style.paint(name, .title)): none (curated, overridden)"
      return [block, isOverruled ? overruled : ""].joinedNonEmpty(separator: "\n")
    }
    return blocks.joinedNonEmpty(separator: "\n")
  }

  /// The text of a facet that a catalogue or a person marks as having no value.
  private func none(_ name: String, _ reason: String) -> String {
    let head = "\(indent)\(style.paint(name, .title)): none (curated)"
    if reason.isEmpty { return head }
    let line = Paragraph("[\(Correction.rule), \(reason)]").lines(
      style, indent: indent + "    ", role: .quiet)
    return "\(head)\n\(line)"
  }

  /// The confidence after a comma; empty if there is none.
  private static func percent(_ confidence: Double?) -> String {
    confidence.map { ", \(Int(($0 * 100).rounded())) %" } ?? ""
  }

  /// The note on a possible value: its confidence, or that it is from a record.
  private static func possible<Value>(_ value: FacetValue<Value>) -> String {
    let origin = value.origin == .record ? "\(value.origin.rawValue), " : ""
    return "\(origin)possible\(percent(value.confidence))"
  }

  private func block<Value: CustomStringConvertible & Equatable>(
    _ name: String, _ values: [FacetValue<Value>], effective: [FacetValue<Value>],
    _ overruled: [FacetValue<Value>], ifEmpty none: String
  ) -> String {
    if values.isEmpty {
      let blocks: [(value: FacetValue<Value>, note: String)] = overruled.map {
        ($0, "\($0.origin.rawValue), overridden")
      }
      return ([none] + lines(name, blocks)).joinedNonEmpty(separator: "\n")
    }
    // A value that an overridden origin states as well supports the effective one.
    let agreeing = effective.map { value in
      (
        value,
        values.filter { $0.value == value.value && $0.origin != value.origin && !$0.isPossible }
      )
    }
    let overridden = (overruled + values).filter { value in
      !value.isPossible && !effective.contains { $0.value == value.value }
    }
    let blocks: [(value: FacetValue<Value>, note: String)] =
      agreeing.map { value, others in
        var value = value
        for other in others { value.evidence += other.evidence }
        let origins = ([value] + others).map(\.origin.rawValue).joined(separator: ", ")
        return (value, origins + Self.percent(value.confidence))
      } + overridden.map { ($0, "\($0.origin.rawValue), overridden") }
      + Facets.possible(values).map { ($0, Self.possible($0)) }
    return lines(name, blocks).joined(separator: "\n")
  }

  /// Each value with a note and its evidence.
  private func lines<Value: CustomStringConvertible>(
    _ name: String, _ blocks: [(value: FacetValue<Value>, note: String)]
  ) -> [String] {
    blocks.map { value, note in
      let head = Paragraph("\(value.value) (\(note))").lines(
        style, indent: indent + String(repeating: " ", count: name.count + 2),
        first: "\(indent)\(style.paint(name, .title)): ")
      let lines = value.evidence.map { evidence in
        Paragraph(Self.text(evidence)).lines(style, indent: indent + "    ", role: .quiet)
      }
      return ([head] + lines).joined(separator: "\n")
    }
  }

  /// A quotation and its place; for a correction, who made it, when and why.
  private static func text(_ evidence: Evidence) -> String {
    if evidence.isCorrection {
      // It may have neither a person nor a reason.
      return "[\([evidence.rule, evidence.text].joinedNonEmpty(separator: ", "))]"
    }
    let quotation = evidence.text.isEmpty ? "" : "“\(evidence.text)” "
    return "\(quotation)[\(location(evidence))]"
  }

  /// The rule and the range of the evidence, in Unicode scalars.
  private static func location(_ evidence: Evidence) -> String {
    let range = evidence.field == .record ? "" : " \(evidence.start)–\(evidence.end)"
    return "\(evidence.rule), \(evidence.field.rawValue)\(range)"
  }
}
