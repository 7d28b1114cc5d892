import JSON
import Literature

/// The JSON form of `appraise`: the facets of a document.
package struct AppraisalJSON: Encodable {
  /// A value with one piece of evidence.
  struct Attested<Value: Encodable>: Encodable {
    var value: Value
    var origin: String
    var field: String
    var text: String
    var start: Int
    var end: Int
    var rule: String
  }

  /// The evidence for each facet, including overridden values; facets without evidence are omitted.
  struct EvidenceByFacet: Encodable {
    var method: [Attested<String>]?
    var setting: [Attested<String>]?
    var condition: [Attested<String>]?
    var sampleSize: [Attested<Int>]?
    var includedStudies: [Attested<Int>]?

    enum CodingKeys: String, CodingKey {
      case method, setting, condition
      case sampleSize = "sample_size"
      case includedStudies = "included_studies"
    }
  }

  var id: String
  var method: [String]
  var setting: [String]
  var condition: [String]
  @ExplicitNull var sampleSize: Int?
  @ExplicitNull var includedStudies: Int?
  var evidence: EvidenceByFacet

  /// Creates the JSON form of a document.
  package init(_ document: Document) {
    let facets = document.facets
    id = document.id
    method = Facets.effective(facets.method).map(\.value)
    setting = Facets.effective(facets.setting).map(\.value)
    condition = Facets.effective(facets.condition).map(\.value)
    sampleSize = Facets.effective(facets.sampleSize).first?.value
    includedStudies = Facets.effective(facets.includedStudies).first?.value
    evidence = EvidenceByFacet(
      method: Self.evidence(facets.method), setting: Self.evidence(facets.setting),
      condition: Self.evidence(facets.condition), sampleSize: Self.evidence(facets.sampleSize),
      includedStudies: Self.evidence(facets.includedStudies))
  }

  private static func evidence<Value>(_ values: [FacetValue<Value>]) -> [Attested<Value>]? {
    let evidence = values.flatMap { value in
      value.evidence.map { evidence in
        Attested(
          value: value.value, origin: value.origin.rawValue, field: evidence.field.rawValue,
          text: evidence.text, start: evidence.start, end: evidence.end, rule: evidence.rule)
      }
    }
    return evidence.isEmpty ? nil : evidence
  }

  enum CodingKeys: String, CodingKey {
    case id, method, setting, condition
    case sampleSize = "sample_size"
    case includedStudies = "included_studies"
    case evidence
  }
}
