/// A person's decision on two records: a line of the decision file.
public struct DuplicateDecision: Sendable, Hashable, Codable {
  /// The decision.
  public enum Verdict: String, Sendable, Codable {
    /// The records are one work.
    case same
    /// The records are different works.
    case different
  }

  /// The decision.
  public var verdict: Verdict
  /// The date, in ISO 8601; empty if unknown.
  public var date: String
  /// The first record.
  public var left: RecordReference
  /// The other record.
  public var right: RecordReference

  /// Creates a decision.
  public init(_ verdict: Verdict, _ left: RecordReference, _ right: RecordReference, date: String) {
    self.verdict = verdict
    self.date = date
    self.left = left
    self.right = right
  }

  /// Reads a decision; the date may be missing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    verdict = try values.decode(Verdict.self, forKey: .verdict)
    date = try values.decodeIfPresent(String.self, forKey: .date) ?? ""
    left = try values.decode(RecordReference.self, forKey: .left)
    right = try values.decode(RecordReference.self, forKey: .right)
  }
}
