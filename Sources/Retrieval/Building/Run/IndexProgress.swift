/// The progress of indexing.
public struct IndexProgress: Sendable {
  /// The stages of a run after reading, in this order.
  public enum Stage: String, Sendable {
    case writing, merging, encoding
  }

  /// Files started.
  public var files = 0
  /// Records read.
  public var records = 0
  /// Bytes of files read, or skipped because they are unchanged.
  public var bytesRead = 0
  /// Files to be read, once counted; see ``IndexOptions/countsAhead``.
  public var totalFiles: Int?
  /// Their total size in bytes.
  public var totalBytes: Int?
  /// The file being read.
  public var path = ""
  /// Documents to be encoded, if the sentence encoder is installed.
  public var toEncode = 0
  /// Documents encoded.
  public var encoded = 0
  /// The current stage; `nil` while files are read.
  public var stage: Stage?

  /// Creates the initial state.
  public init() {}
}
