/// What an index holds and what made it, so that two can be compared.
public struct IndexContent: Codable, Sendable, Equatable {
  /// Path of the file.
  public var path: String
  /// Hash of all records, independent of their order and location: 32 hexadecimal digits.
  public var content: String
  /// Number of documents.
  public var documents: Int
  /// Number of passages.
  public var passages: Int
  /// Versions of what built it, by name: format, analyzer, sqlite.
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
