/// Where a value came from.
///
/// The cases stand in order of trust: an earlier one wins.
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

/// The words that a facet value rests on.
public struct Evidence: Sendable, Equatable, Codable {
  /// Which part of the record the words stand in.
  public enum Field: String, Sendable, Codable { case title, text, record }

  /// Where the words stand; `record` means a field of the source record or a catalogue.
  public var field: Field
  /// The words, verbatim.
  public var text: String
  /// First Unicode scalar of the words in the field; 0 for `record`.
  public var start: Int
  /// One past their last scalar; the length of `text` for `record`.
  public var end: Int
  /// Name of the rule, or of the field of the record ("publication-type").
  public var rule: String

  /// Makes a piece of evidence.
  public init(field: Field, text: String, start: Int, end: Int, rule: String) {
    self.field = field
    self.text = text
    self.start = start
    self.end = end
    self.rule = rule
  }
}

/// A facet value with its origin and the words that prove it.
public struct FacetValue<Value: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
  /// A facet code, or a number.
  public var value: Value
  /// Where it came from.
  public var origin: Origin
  /// The words it rests on, best first; empty for a curated value that quotes none.
  public var evidence: [Evidence]
  /// The calibrated probability that an extracted value is right, 0 to 1; `nil` where none was
  /// estimated: a value that a person or a record states.
  public var confidence: Double?

  /// Makes a value.
  public init(
    _ value: Value, origin: Origin, evidence: [Evidence] = [], confidence: Double? = nil
  ) {
    self.value = value
    self.origin = origin
    self.evidence = evidence
    self.confidence = confidence
  }
}
