import Analysis

/// The new words of documents that were prepared together.
struct PreparedBatch: Sendable {
  /// The preparer, and the number of times it has emptied its word cache.
  var preparer: Int
  var epoch: Int
  /// Words that the preparer had not seen before, in the order of their numbers.
  var newWords: [CachedWord]
}
