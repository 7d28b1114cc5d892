/// How far indexing has come.
public struct IndexProgress: Sendable {
  /// Files begun.
  public var files = 0
  /// Records read.
  public var records = 0
  /// Bytes of files read, or skipped because they are unchanged.
  public var bytesRead = 0
  /// Files to be read, once they are counted; see ``IndexOptions/countsAhead``.
  public var totalFiles: Int?
  /// Their size together.
  public var totalBytes: Int?
  /// The file being read.
  public var path = ""
  /// What is being done, when it is not reading: "merging".
  public var stage = ""

  /// Makes the state before anything was read.
  public init() {}
}
