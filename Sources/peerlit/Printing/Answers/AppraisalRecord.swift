import JSON
import Literature
import Retrieval

/// The facets of a document as `appraise` writes them in JSON.
package struct AppraisalRecord: Encodable {
  /// A value with one piece of its evidence.
  struct Ground<Value: Encodable>: Encodable {
    var value: Value
    var origin: String
    var field: String
    var text: String
    var start: Int
    var end: Int
    var rule: String
  }

  /// The evidence of each facet, of values that are overruled as well; facets without any are left
  /// out.
  struct Grounds: Encodable {
    var method: [Ground<String>]?
    var setting: [Ground<String>]?
    var condition: [Ground<String>]?
    var sampleSize: [Ground<Int>]?
    var includedStudies: [Ground<Int>]?

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
  var evidence: Grounds

  /// Describes a document.
  package init(_ document: Document) {
    let facets = document.facets
    id = document.id
    method = Facets.effective(facets.method).map(\.value)
    setting = Facets.effective(facets.setting).map(\.value)
    condition = Facets.effective(facets.condition).map(\.value)
    sampleSize = Facets.effective(facets.sampleSize).first?.value
    includedStudies = Facets.effective(facets.includedStudies).first?.value
    evidence = Grounds(
      method: Self.grounds(facets.method), setting: Self.grounds(facets.setting),
      condition: Self.grounds(facets.condition), sampleSize: Self.grounds(facets.sampleSize),
      includedStudies: Self.grounds(facets.includedStudies))
  }

  private static func grounds<Value>(_ values: [FacetValue<Value>]) -> [Ground<Value>]? {
    let grounds = values.flatMap { value in
      value.evidence.map { evidence in
        Ground(
          value: value.value, origin: value.origin.rawValue, field: evidence.field.rawValue,
          text: evidence.text, start: evidence.start, end: evidence.end, rule: evidence.rule)
      }
    }
    return grounds.isEmpty ? nil : grounds
  }

  enum CodingKeys: String, CodingKey {
    case id, method, setting, condition
    case sampleSize = "sample_size"
    case includedStudies = "included_studies"
    case evidence
  }
}
