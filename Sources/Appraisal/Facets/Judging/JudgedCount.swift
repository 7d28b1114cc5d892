/// A count of a document.
struct JudgedCount {
  /// The count.
  var count: CountCandidate
  /// Its confidence; `nil` if it is not estimated.
  var confidence: Double?
  /// Whether its confidence is too low for it to count.
  var isPossible = false
}
