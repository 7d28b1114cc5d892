/// A count of a document.
struct JudgedCount {
  /// The count.
  var count: CountCandidate
  /// Its confidence; `nil` if it is not estimated.
  var confidence: Double?
  /// Whether it is not sure enough to count.
  var isPossible = false
}
