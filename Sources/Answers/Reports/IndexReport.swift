/// A summary of one call of `index`.
///
/// Files that did not change are not read again, but every call counts their records, skipped
/// records and repairs. The numbers of records add up: seen = added + updated + unchanged +
/// duplicate + skipped + failed. Its JSON form is that of `index --format json`.
public struct IndexReport: Codable, Sendable, Equatable {
  /// Counts of files.
  public struct Files: Codable, Sendable, Equatable {
    /// Files found, and members of archives that were skipped or could not be read.
    public var seen = 0
    /// Files skipped as a whole: hidden files, files of the operating system, files without records
    /// or text, and unsupported formats.
    public var skipped = 0
    /// Files that could not be read, or not completely.
    ///
    /// A file with only some unreadable records is not one of them.
    public var failed = 0
    /// Those of them of which records were read.
    public var partlyRead = 0

    enum CodingKeys: String, CodingKey {
      case seen, skipped, failed
      case partlyRead = "partly_read"
    }
  }

  /// Counts of records.
  public struct Records: Codable, Sendable, Equatable {
    /// Records found.
    public var seen = 0
    /// New ones.
    public var added = 0
    /// Known records whose content changed.
    public var updated = 0
    /// Known records that did not change.
    public var unchanged = 0
    /// New records of works that the index already contains, and records with the id of an
    /// earlier record in the same file.
    public var duplicate = 0
    /// Skipped on purpose.
    public var skipped = 0
    /// Could not be read.
    public var failed = 0
    /// Contained invalid characters, replaced by U+FFFD, or XML that is not well-formed; also
    /// counted above.
    public var repaired = 0
  }

  /// Counts of mistakes in catalogues, front matter, JSON Lines and other records; the documents are
  /// read without these values.
  public struct Mistakes: Codable, Sendable, Equatable {
    /// In catalogues.
    public var catalogue = 0
    /// In the front matter of Markdown files.
    public var frontMatter = 0
    /// In JSON Lines records.
    public var jsonLines = 0
    /// In the years and DOIs of other records.
    public var records = 0

    enum CodingKeys: String, CodingKey {
      case catalogue, records
      case frontMatter = "front_matter"
      case jsonLines = "json_lines"
    }
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// How many files were found, skipped and not read.
  public var files = Files()
  /// How many records were found, and what happened to them.
  public var records = Records()
  /// Mistakes in catalogues, in front matter, in JSON Lines and in other records.
  public var mistakes = Mistakes()
  /// Records that stay in the index as they were, because they could not be read now.
  public var kept = 0
  /// Records removed because their source no longer exists; a document is removed with its last
  /// record.
  public var removed = 0
  /// Records kept although their source no longer exists.
  public var missing = 0
  /// Documents encoded by the sentence encoder, if it is installed.
  public var encoded = 0
  /// Bytes left in the write-ahead log because another process was reading an older state of the
  /// index; usually 0.
  public var logBytes = 0
  /// Time taken, in seconds.
  public var seconds = 0.0

  /// Creates an empty report.
  public init() {}

  /// Whether anything failed.
  public var hasFailures: Bool {
    files.failed > 0 || records.failed > 0 || mistakes != Mistakes()
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case files, records, mistakes, kept, removed, missing, encoded, seconds
    case logBytes = "log_bytes"
  }
}
