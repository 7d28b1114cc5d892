import Appraisal
import Literature
import Query
import Retrieval

/// Human-readable labels of facets and their values.
package enum FacetLabels {
  /// The name of a facet.
  static func name(_ facet: FacetName) -> String {
    facet.definition.label
  }

  /// The classes of a badge of the facet in the style sheet: facets of codes have different colours
  /// in the order of their definitions, and counts share one.
  package static func badge(_ facet: FacetName) -> String {
    let place = FacetDefinition.codes.firstIndex { $0.name == facet }
    let colour = place.map { "codes-\($0 % badgeColours + 1)" } ?? "number"
    return "badge \(colour) \(facet.rawValue)"
  }

  /// The number of colours for facets of codes in the style sheet.
  private static let badgeColours = 6

  /// The label of a code, or of `none`.
  static func label(_ code: String, of facet: FacetName) -> String {
    if code == CodeFilter.none { return "Not stated" }
    if facet == .year { return code.replacing("..", with: "–") }
    if let entry = Vocabulary.standard.entry(code, in: facet) { return entry.label }
    // A name that people type, such as rct.
    let labels = Vocabulary.standard.codes(named: code, in: facet).compactMap {
      Vocabulary.standard.entry($0, in: facet)?.label
    }
    return labels.isEmpty ? code : labels.joined(separator: " or ")
  }

  /// The label of the filter that excludes a code, or `none`.
  static func exclusion(of code: String, _ facet: FacetName) -> String {
    code == CodeFilter.none ? "stated" : "not \(label(code, of: facet))"
  }

  /// The definition of a code; `nil` if the vocabulary has none.
  static func meaning(_ code: String, of facet: FacetName) -> String? {
    Vocabulary.standard.entry(code, in: facet)?.meaning
  }

  /// The origin of a value with who entered it, or how confident peerlit is.
  static func origin<Value>(of value: FacetValue<Value>) -> String {
    switch value.origin {
    case .curated: return "Entered by a person\(value.evidence.people(Correction.rule))."
    case .record: return "From a field of the source record."
    case .extracted:
      let confidence = value.confidence.map { " (\(Int(($0 * 100).rounded()))% confidence)" } ?? ""
      return "Found automatically in the text\(confidence)."
    }
  }

  /// Where a field of a record comes from.
  package static func origin(_ origin: Origin) -> String {
    switch origin {
    case .curated: "entered by a person"
    case .record: "from the source record"
    case .extracted: "found in the file"
    }
  }

  /// The parameter that filters by a facet of codes or by year.
  static func parameter(_ facet: FacetName) -> Parameter? {
    facet.definition.kind == .count ? nil : Parameter.filters(of: facet).first
  }

  /// The facets of codes in display order, the most used first.
  static let coded: [FacetName] =
    [.condition] + FacetDefinition.codes.map(\.name).filter { $0 != .condition }
}
