import Ranking

/// A restriction, and expressions that match all of its documents and perhaps others.
///
/// A storage other than the index file evaluates the expressions, so that it sends fewer matches.
struct Narrowing {
  /// The documents of the restriction.
  var documents: Bitmap
  /// Matches documents that pass the filter, and their passages; `nil` if it would match nearly
  /// all.
  var filter: ShardExpression?
  /// Matches documents only, because their passages may meet the condition together; `nil` if there
  /// is none, or if the storage can't evaluate it.
  var condition: ShardExpression?
}
