/// A term of a word as typed.
struct TypedTerm {
  var term: String
  /// The word, folded.
  var word: String
  /// Whether the term is a stop word, which is not scored.
  var isStopWord: Bool
}
