import Query

/// A list that is built for a pattern without a stored list.
struct BuiltListKey: Hashable {
  var pattern: Pattern
  var unit: SearchRequest.Unit
  var segment: Int
  /// Whether the list may lack matches outside the scope.
  var isScoped = false
}
