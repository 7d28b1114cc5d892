/// The result of merging or splitting documents by hand.
public struct DecisionReport: Sendable, Equatable, Encodable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// The number of pairs of records that were decided; 0 if there was nothing to decide.
  public var decisions: Int
  /// The resulting documents, with their records.
  public var documents: [DuplicateReport.Work]

  /// Creates a report.
  public init(decisions: Int, documents: [DuplicateReport.Work]) {
    self.decisions = decisions
    self.documents = documents
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case decisions, documents
  }
}
