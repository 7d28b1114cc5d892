import Literature

/// How to bring an index up to date.
public struct IndexOptions: Sendable {
  /// Removes documents under the given paths whose source no longer exists.
  public var prune = false
  /// Merges all postings into one segment, so that nothing remains of deleted documents.
  public var optimize = false
  /// Snowball language of a new index; an existing index keeps its language.
  public var language = "english"
  /// Counts the files to read while reading, so that progress can show how much is left.
  public var countsAhead = false
  /// How files are read.
  public var reading = ReadingOptions()
  /// An index of at most this many passages is rewritten after every deletion; tests set 0.
  package var smallIndex = SegmentWear.smallIndex

  /// Makes the default options.
  public init() {}
}
