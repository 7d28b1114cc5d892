import Literature

/// How to bring an index up to date.
public struct IndexOptions: Sendable {
  /// Drops documents whose source is gone, under the paths of the call.
  public var prune = false
  /// Merges all postings into one segment, so that nothing is left of deleted documents.
  public var optimize = false
  /// Snowball language of a new index; an index that exists keeps its own.
  public var language = "english"
  /// Counts what there is to read while reading, so that progress can say how much is left.
  public var countsAhead = false
  /// How files are read.
  public var reading = ReadingOptions()
  /// An index of at most this many passages is rewritten after every deletion; tests set 0.
  package var smallIndex = SegmentWear.smallIndex

  /// Makes the defaults.
  public init() {}
}
