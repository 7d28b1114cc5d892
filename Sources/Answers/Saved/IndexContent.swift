/// What an index holds and what made it, so that two can be compared.
public struct IndexContent: Codable, Sendable, Equatable {
  /// Path of the file.
  public var path: String
  /// Hash of all records, whatever their order and place: 32 hexadecimal digits.
  public var content: String
  /// How many documents there are.
  public var documents: Int
  /// How many passages there are.
  public var passages: Int
  /// Names and versions of what made it: format, analyzer, SQLite.
  public var versions: [String: String]

  package init(
    path: String, content: String, documents: Int, passages: Int, versions: [String: String]
  ) {
    self.path = path
    self.content = content
    self.documents = documents
    self.passages = passages
    self.versions = versions
  }
}
