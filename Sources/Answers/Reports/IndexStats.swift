/// Index statistics: the result of `stats`.
public struct IndexStats: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// Path of the index file.
  public var path: String
  /// Size of the file, in bytes.
  public var bytes: Int
  /// Number of documents, without deleted ones.
  public var documents = 0
  /// Number of passages, without deleted ones.
  public var passages = 0
  /// Distinct terms.
  public var terms = 0
  /// Distinct words as written.
  public var words = 0
  /// Segments of postings.
  public var segments = 0
  /// Documents that are still in a segment, although they were removed, changed or merged with
  /// others.
  public var deleted = 0
  /// Mean length of a passage, in words.
  public var meanPassageLength = 0.0
  /// Number of documents that have a value, by facet and metadata field.
  public var known: [String: Int] = [:]
  /// Number of documents by what made their embeddings: `encoder` or `words`.
  public var embeddings: [String: Int] = [:]
  /// Versions of what built the index, by name: analyzer, format, sqlite.
  public var versions: [String: String] = [:]

  /// Creates statistics.
  public init(path: String, bytes: Int) {
    self.path = path
    self.bytes = bytes
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case path, bytes, documents, passages, terms, words, segments, deleted
    case meanPassageLength = "mean_passage_length"
    case known, embeddings, versions
  }
}
