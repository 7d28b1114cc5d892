import JSON

/// What became of everything that one call of `index` read.
///
/// The numbers of records add up: seen = added + updated + unchanged + duplicate + skipped +
/// failed. Its JSON form is that of `index --format json`.
public struct IndexAccount: Codable, Sendable, Equatable {
  /// Counts of files.
  public struct Files: Codable, Sendable, Equatable {
    /// Files that were looked at.
    public var seen = 0
    /// Files that could not be read, or not to their end.
    public var failed = 0
  }

  /// Counts of records.
  public struct Records: Codable, Sendable, Equatable {
    /// Records that were met.
    public var seen = 0
    /// New ones.
    public var added = 0
    /// Known ones whose content changed.
    public var updated = 0
    /// Known ones that are as they were.
    public var unchanged = 0
    /// New records of works that the index has from another record, and records with the id of an
    /// earlier one of their file.
    public var duplicate = 0
    /// Left out on purpose.
    public var skipped = 0
    /// Could not be read.
    public var failed = 0
    /// Had broken UTF-8 or a lone surrogate, replaced by U+FFFD; counted above as well.
    public var repaired = 0

    /// Whether the numbers add up.
    public var addUp: Bool {
      seen == added + updated + unchanged + duplicate + skipped + failed
    }
  }

  /// Version of the JSON form.
  public var formatVersion = 1
  /// Files.
  public var files = Files()
  /// Records.
  public var records = Records()
  /// Records dropped because their source is gone; a document goes with the last of its own.
  public var removed = 0
  /// Records kept although their source is gone.
  public var missing = 0
  /// Bytes that stay in the write-ahead log, since somebody read an older state of the index while
  /// it was written; 0 as a rule.
  public var logBytes = 0
  /// Time taken, in seconds.
  public var seconds = 0.0

  /// Makes an account of nothing.
  public init() {}

  /// Whether anything failed.
  public var hasFailures: Bool { files.failed > 0 || records.failed > 0 }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case files, records, removed, missing, seconds
    case logBytes = "log_bytes"
  }
}

/// Something that the reader of an account should know of one source or record: a line of
/// `index --report`.
public struct IndexIncident: Codable, Sendable, Equatable {
  /// What became of it.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case failed, skipped, repaired, duplicate, renamed, removed, missing
  }

  /// What became of it.
  public var outcome: Outcome
  /// Path of the source.
  public var path: String
  /// Where in it: "line 12", "byte 300"; `nil` for the whole source.
  @ExplicitNull public var place: String?
  /// Public id of the document, where it has one.
  @ExplicitNull public var id: String?
  /// What happened and what it means, one sentence.
  public var reason: String

  /// Makes an incident.
  public init(
    _ outcome: Outcome, path: String, place: String? = nil, id: String? = nil, reason: String
  ) {
    self.outcome = outcome
    self.path = path
    self.place = place
    self.id = id
    self.reason = reason
  }
}
