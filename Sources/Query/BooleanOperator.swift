/// The operators that all query languages have.
enum BooleanOperator: String {
  case and, or, not

  /// The operator that a word is, in capitals or not; `nil` for any other word.
  init?(_ word: some StringProtocol) {
    // Skip the comparison: nearly all words are longer.
    guard word.utf8.count <= 3 else { return nil }
    self.init(rawValue: word.lowercased())
  }
}
