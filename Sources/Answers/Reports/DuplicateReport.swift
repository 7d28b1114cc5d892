/// Which records of an index were made one document, why, and which documents may be one work.
public struct DuplicateReport: Sendable, Equatable {
  /// A record of a work.
  public struct Record: Sendable, Equatable {
    /// Its id in its source.
    public var id: String
    /// The file that it was read from.
    public var path: String
    /// The line of the file on which it begins.
    public var line: Int?
    /// Why it is the same work as a record before it; `nil` for the one that was kept.
    public var reason: String?

    /// Makes a record.
    public init(id: String, path: String, line: Int?, reason: String?) {
      self.id = id
      self.path = path
      self.line = line
      self.reason = reason
    }
  }

  /// A document that is made of several records.
  public struct Work: Sendable, Equatable {
    /// The id of the document.
    public var id: String
    /// Its title.
    public var title: String
    /// Its records, the kept one first.
    public var records: [Record]

    /// Makes a work.
    public init(id: String, title: String, records: [Record]) {
      self.id = id
      self.title = title
      self.records = records
    }
  }

  /// Two documents that may be one work.
  public struct Pair: Sendable, Equatable {
    /// Ids of the documents.
    public var ids: [String]
    /// Their titles, in the same order.
    public var titles: [String]
    /// What they agree on.
    public var reason: String

    /// Makes a pair.
    public init(ids: [String], titles: [String], reason: String) {
      self.ids = ids
      self.titles = titles
      self.reason = reason
    }
  }

  /// How many records were read from a file.
  public struct SourceCount: Sendable, Equatable {
    /// The file.
    public var path: String
    /// Its records.
    public var records: Int

    /// Makes a count.
    public init(path: String, records: Int) {
      self.path = path
      self.records = records
    }
  }

  /// Files with their records, by path.
  public var sources: [SourceCount] = []
  /// Documents.
  public var documents = 0
  /// Documents made of several records, in the order of the index.
  public var merged: [Work] = []
  /// Pairs that a person has to judge, in the order of the index.
  public var possible: [Pair] = []

  /// Records of all files.
  public var records: Int { sources.reduce(0) { $0 + $1.records } }

  /// Makes an empty report.
  public init() {}
}
