/// The progress of indexing.
public struct IndexProgress: Sendable {
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
  /// The current activity, if it is not reading: "merging".
  public var stage = ""

  /// Creates the initial state.
  public init() {}
}
