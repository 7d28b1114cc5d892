/// The content of an index and the versions that built it, for comparing two indexes.
public struct IndexContent: Codable, Sendable, Equatable {
  /// Path of the file.
  public var path: String
  /// Hash of all records, independent of their order and location: 32 hexadecimal digits.
  public var content: String
  /// The number of records from each file, by path; `nil` if a saved search lacks it.
  public var sources: [SourceCount]?
  /// Number of documents.
  public var documents: Int
  /// Number of records of documents that a person removed; `nil` if a saved search lacks it.
  public var removed: Int?
  /// People's corrections of facets; `nil` if a saved search lacks them.
  public var corrections: Corrections?
  /// Number of passages.
  public var passages: Int
  /// Versions of what built it, by name: format, analyzer, sqlite.
  public var versions: [String: String]

  /// A file and the number of its records.
  public struct SourceCount: Codable, Sendable, Equatable {
    /// Path of the file.
    public var path: String
    /// Number of records.
    public var records: Int

    /// Creates a count.
    public init(path: String, records: Int) {
      self.path = path
      self.records = records
    }
  }

  /// People's corrections of the facets of documents.
  public struct Corrections: Codable, Sendable, Equatable {
    /// Their number.
    public var count: Int
    /// Hash of what they change: 32 hexadecimal digits.
    public var content: String

    /// Creates a description of corrections.
    package init(count: Int, content: String) {
      self.count = count
      self.content = content
    }
  }

  /// Number of records of all files; `nil` if unknown.
  public var records: Int? { sources.map { $0.reduce(0) { $0 + $1.records } } }

  /// Creates a description of the content of an index.
  package init(
    path: String, content: String, sources: [SourceCount]? = nil, documents: Int,
    removed: Int? = nil, corrections: Corrections? = nil, passages: Int,
    versions: [String: String]
  ) {
    self.path = path
    self.content = content
    self.sources = sources
    self.documents = documents
    self.removed = removed
    self.corrections = corrections
    self.passages = passages
    self.versions = versions
  }
}
