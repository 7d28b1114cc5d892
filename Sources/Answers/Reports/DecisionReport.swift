/// What became of documents that a person merged or split.
public struct DecisionReport: Sendable, Equatable, Encodable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// How many pairs of records were decided on; 0 if there was nothing to decide.
  public var decisions: Int
  /// The documents now, with their records.
  public var documents: [DuplicateReport.Work]

  /// Makes a report.
  public init(decisions: Int, documents: [DuplicateReport.Work]) {
    self.decisions = decisions
    self.documents = documents
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case decisions, documents
  }
}
