/// The origin of a value.
///
/// The cases are in order of trust: an earlier one wins.
public enum Origin: String, Sendable, CaseIterable, Codable, Comparable {
  /// Written by a person in a catalogue.
  case curated
  /// A field of the source record: a publication type, a MeSH heading, a registry field.
  case record
  /// Taken from the text by rules or a model.
  case extracted

  /// Whether `left` is trusted more than `right`.
  public static func < (left: Origin, right: Origin) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .curated: 0
    case .record: 1
    case .extracted: 2
    }
  }
}

/// The text that supports a facet value.
public struct Evidence: Sendable, Equatable, Codable {
  /// The part of the record that contains the text.
  public enum Field: String, Sendable, Codable { case title, text, record }

  /// The field that contains the text; `record` means a field of the source record or of a
  /// catalogue.
  public var field: Field
  /// The supporting text, verbatim.
  public var text: String
  /// Start of the text in the field, in Unicode scalars; 0 for `record`.
  public var start: Int
  /// End of the text in the field, exclusive, in Unicode scalars; the length of `text` for
  /// `record`.
  public var end: Int
  /// Name of the rule, or of the field of the record ("publication-type").
  public var rule: String

  /// Creates a piece of evidence.
  public init(field: Field, text: String, start: Int, end: Int, rule: String) {
    self.field = field
    self.text = text
    self.start = start
    self.end = end
    self.rule = rule
  }
}

/// A facet value with its origin and the text that supports it.
public struct FacetValue<Value: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
  /// A facet code, or a number.
  public var value: Value
  /// Its origin.
  public var origin: Origin
  /// The text that supports it, best first; empty for a curated value without a quotation.
  public var evidence: [Evidence]
  /// The calibrated probability that an extracted value is right, 0 to 1 in thousandths; `nil` if it
  /// was not estimated, because a person or a record states the value.
  public var confidence: Double?
  /// Whether the confidence is too low for the value to count.
  ///
  /// Possible values are shown, but neither counted nor found by filters.
  public var isPossible = false

  /// Creates a value.
  public init(
    _ value: Value, origin: Origin, evidence: [Evidence] = [], confidence: Double? = nil,
    isPossible: Bool = false
  ) {
    self.value = value
    self.origin = origin
    self.evidence = evidence
    self.confidence = confidence.map { ($0 * 1000).rounded() / 1000 }
    self.isPossible = isPossible
  }

  private enum CodingKeys: String, CodingKey {
    case value, origin, evidence, confidence
    case isPossible = "possible"
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
  }

  /// Writes a value; `possible` is written only if it is true.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(value, forKey: .value)
    try values.encode(origin, forKey: .origin)
    try values.encode(evidence, forKey: .evidence)
    try values.encodeIfPresent(confidence, forKey: .confidence)
    if isPossible { try values.encode(true, forKey: .isPossible) }
  }
}
