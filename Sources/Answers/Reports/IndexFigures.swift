/// The figures of an index: the answer of `stats`.
public struct IndexFigures: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// Path of the index file.
  public var path: String
  /// Size of the file, in bytes.
  public var bytes: Int
  /// Documents that can be found.
  public var documents = 0
  /// Passages that can be found.
  public var passages = 0
  /// Distinct terms.
  public var terms = 0
  /// Distinct words as written.
  public var words = 0
  /// Live segments of ranked postings.
  public var segments = 0
  /// Documents deleted and not yet merged away.
  public var deleted = 0
  /// Mean length of a passage, in words.
  public var meanPassageLength = 0.0
  /// How many documents have a value, by facet and metadata field.
  public var known: [String: Int] = [:]
  /// Names and versions of what made the index: analyzer, ICU, stemmer, vocabulary.
  public var versions: [String: String] = [:]

  /// Makes figures of an index.
  public init(path: String, bytes: Int) {
    self.path = path
    self.bytes = bytes
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case path, bytes, documents, passages, terms, words, segments, deleted
    case meanPassageLength = "mean_passage_length"
    case known, versions
  }
}

/// The outcome of `check`: what is wrong with an index, if anything.
public struct IndexCheck: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// Path of the index file.
  public var path: String
  /// What was checked, one phrase each.
  public var checked: [String]
  /// What is wrong and what to do, one sentence each; empty when all is well.
  public var problems: [String]

  /// Makes an outcome.
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
