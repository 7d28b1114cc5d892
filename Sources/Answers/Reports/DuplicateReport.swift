import JSON
import Literature

/// The result of `duplicates`: which records were merged into one document and why, and which
/// documents may be the same work.
public struct DuplicateReport: Sendable, Equatable, Encodable {
  /// A record of a work.
  public struct Record: Sendable, Equatable, Encodable {
    /// Its number in the document, from 1, by which `split` takes it.
    public var number: Int
    /// Its id, which records of several files may share.
    public var id: String
    /// The file it was read from.
    public var path: String
    /// The line of the file on which it begins.
    @ExplicitNull public var line: Int?
    /// Its key in the file, such as a citation key; `nil` if the file is one document.
    @ExplicitNull public var key: String?
    /// The reason why it is the same work as another record of the document; `nil` for the kept
    /// record.
    @ExplicitNull public var reason: String?

    /// Creates a record from that of a work.
    package init(_ record: Document, number: Int, reason: String? = nil) {
      self.init(
        number: number, id: record.id, path: record.source.path, line: record.source.line,
        key: record.source.key, reason: reason)
    }

    /// Creates a record.
    public init(
      number: Int, id: String, path: String, line: Int?, key: String?, reason: String?
    ) {
      self.number = number
      self.id = id
      self.path = path
      self.line = line
      self.key = key
      self.reason = reason
    }
  }

  /// A document merged from several records.
  public struct Work: Sendable, Equatable, Encodable {
    /// The id of the document.
    public var id: String
    /// Its title.
    public var title: String
    /// Its records, the kept one first.
    public var records: [Record]

    /// Creates a work.
    public init(id: String, title: String, records: [Record]) {
      self.id = id
      self.title = title
      self.records = records
    }
  }

  /// Two documents that may be the same work.
  public struct Pair: Sendable, Equatable, Encodable {
    /// Ids of the documents.
    public var ids: [String]
    /// Their titles, in the same order.
    public var titles: [String]
    /// The properties on which they agree.
    public var reason: String

    /// Creates a pair.
    public init(ids: [String], titles: [String], reason: String) {
      self.ids = ids
      self.titles = titles
      self.reason = reason
    }
  }

  /// The records of a file: records = documents + duplicates + removed.
  public struct SourceCount: Sendable, Equatable, Encodable {
    /// The file.
    public var path: String
    /// Records read from it.
    public var records: Int
    /// Documents whose kept record is from this file.
    public var documents: Int
    /// Records that were merged into another record, of this or of another file.
    public var duplicates: Int
    /// Records of documents that a person removed.
    public var removed: Int

    /// Creates a count.
    public init(path: String, records: Int, documents: Int, removed: Int) {
      self.path = path
      self.records = records
      self.documents = documents
      self.removed = removed
      duplicates = records - documents - removed
    }
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// Files with their records, by path.
  public var sources: [SourceCount] = []
  /// Documents merged from several records, in the order of the index.
  public var merged: [Work] = []
  /// Pairs that need a human decision, in the order of the index.
  public var possible: [Pair] = []

  /// Records of all files.
  public var records: Int { sources.reduce(0) { $0 + $1.records } }
  /// Documents of all files, each counted with the file of its kept record.
  public var documents: Int { sources.reduce(0) { $0 + $1.documents } }
  /// Records that were merged into the kept record of a document.
  public var duplicates: Int { records - documents - removed }
  /// Records of documents that a person removed.
  public var removed: Int { sources.reduce(0) { $0 + $1.removed } }

  /// Creates an empty report.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case records, documents, duplicates, removed, sources, merged, possible
  }

  /// Writes the report with its totals.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(records, forKey: .records)
    try container.encode(documents, forKey: .documents)
    try container.encode(duplicates, forKey: .duplicates)
    try container.encode(removed, forKey: .removed)
    try container.encode(sources, forKey: .sources)
    try container.encode(merged, forKey: .merged)
    try container.encode(possible, forKey: .possible)
  }
}
