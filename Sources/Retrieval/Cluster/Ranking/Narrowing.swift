import Ranking

/// A set of documents, and expressions that match all of them and perhaps others.
struct Narrowing {
  var documents: Bitmap
  /// Matches documents and their passages.
  var filter: ShardExpression?
  /// Matches documents only, because their passages may meet a condition together.
  var condition: ShardExpression?
}
