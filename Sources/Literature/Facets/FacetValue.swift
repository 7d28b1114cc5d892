/// A facet value with its origin and the text that supports it.
public struct FacetValue<Value: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
  /// A facet code, or a number.
  public var value: Value
  /// Where it comes from: a person, a record or the text.
  public var origin: Origin
  /// The text that supports it, best first; empty for a curated value without a quotation.
  public var evidence: [Evidence]
  /// The calibrated probability that an extracted value is right, 0 to 1 in thousandths; `nil` if
  /// it was not estimated, because a person or a record states the value.
  public var confidence: Double?
  /// Whether the value is too uncertain to count: its confidence is too low, or it is a heading of a
  /// record that may not be what the document is about.
  ///
  /// Possible values are shown, but neither counted nor found by filters.
  public var isPossible = false
  /// Whether a person added it to values of other origins, which still count; not part of the JSON.
  public var isAdded = false
  /// Whether values that were found in the text count beside it.
  ///
  /// They do beside the headings and most types of a record, but not beside a code that a record
  /// states. In JSON, the rule of the evidence shows this, and `overrides` for the other types.
  public var isOpen = false

  /// Creates a value.
  public init(
    _ value: Value, origin: Origin, evidence: [Evidence] = [], confidence: Double? = nil,
    isPossible: Bool = false, isAdded: Bool = false, isOpen: Bool = false
  ) {
    self.value = value
    self.origin = origin
    self.evidence = evidence
    self.confidence = confidence.map { ($0 * 1000).rounded() / 1000 }
    self.isPossible = isPossible
    self.isAdded = isAdded
    self.isOpen = isOpen
  }

  private enum CodingKeys: String, CodingKey {
    case value, origin, evidence, confidence
    case isPossible = "possible"
    case overrides
  }

  /// Whether the value is from the headings or types of a record.
  private var isFromFields: Bool {
    origin == .record && evidence.contains { Evidence.recordRules.contains($0.rule) }
  }

  /// Reads a value; without `possible`, it counts.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try values.decode(Value.self, forKey: .value),
      origin: try values.decode(Origin.self, forKey: .origin),
      evidence: try values.decode([Evidence].self, forKey: .evidence),
      confidence: try values.decodeIfPresent(Double.self, forKey: .confidence),
      isPossible: try values.decodeIfPresent(Bool.self, forKey: .isPossible) ?? false)
    let overrides = try values.decodeIfPresent(Bool.self, forKey: .overrides) ?? false
    isOpen = isFromFields && !overrides
  }

  /// Writes a value; `possible` and `overrides` are written only if they are true.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(value, forKey: .value)
    try values.encode(origin, forKey: .origin)
    try values.encode(evidence, forKey: .evidence)
    try values.encodeIfPresent(confidence, forKey: .confidence)
    if isPossible { try values.encode(true, forKey: .isPossible) }
    if isFromFields, !isOpen { try values.encode(true, forKey: .overrides) }
  }
}
