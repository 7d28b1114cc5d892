import Analysis

/// What the writer has to know of the words of documents that one preparer prepared together.
struct PreparedBatch: Sendable {
  /// The preparer, and how often it had emptied its word cache before.
  var preparer: Int
  var epoch: Int
  /// Words that the preparer had not seen before, in the order of their numbers.
  var newWords: [Word]
}
