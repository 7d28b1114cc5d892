import Answers
import Literature

/// The JSON form of `appraise`: the facets of a document.
package struct AppraisalJSON: Encodable {
  /// A value with one piece of evidence.
  private struct Attested<Value: Encodable>: Encodable {
    var value: Value
    var origin: String
    var field: String
    var text: String
    var start: Int
    var end: Int
    var rule: String
    var confidence: Double?
    var possible: Bool?
  }

  private let id: String
  private let facets: Facets

  /// Creates the JSON form of a document.
  package init(_ document: Document) {
    id = document.id
    facets = document.facets
  }

  private enum CodingKeys: String, CodingKey {
    case id, evidence
  }

  /// Writes the id, the effective values, and the evidence for each facet.
  ///
  /// Evidence includes that of overridden values; facets without evidence are omitted.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try FacetSummary(facets, of: FacetDefinition.all).encode(FacetDefinition.all, to: encoder)
    var evidence = container.nestedContainer(keyedBy: FacetKey.self, forKey: .evidence)
    for facet in FacetDefinition.codes.map(\.name) {
      let attested = Self.evidence(facets[codes: facet])
      if !attested.isEmpty { try evidence.encode(attested, forKey: FacetKey(facet)) }
    }
    for facet in FacetDefinition.counts.map(\.name) {
      let attested = Self.evidence(facets[counts: facet])
      if !attested.isEmpty { try evidence.encode(attested, forKey: FacetKey(facet)) }
    }
  }

  private static func evidence<Value>(_ values: [FacetValue<Value>]) -> [Attested<Value>] {
    values.flatMap { value in
      value.evidence.map { evidence in
        Attested(
          value: value.value, origin: value.origin.rawValue, field: evidence.field.rawValue,
          text: evidence.text, start: evidence.start, end: evidence.end, rule: evidence.rule,
          confidence: value.confidence, possible: value.isPossible ? true : nil)
      }
    }
  }
}
