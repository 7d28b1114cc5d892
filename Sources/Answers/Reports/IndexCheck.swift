/// The result of `check`: problems with an index.
public struct IndexCheck: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// Path of the index file.
  public var path: String
  /// The parts that were checked, one phrase each.
  public var checked: [String]
  /// Problems with their fixes, one sentence each; empty if there are none.
  public var problems: [String]

  /// Creates a result.
  public init(path: String, checked: [String], problems: [String]) {
    self.path = path
    self.checked = checked
    self.problems = problems
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case path, checked, problems
  }
}
