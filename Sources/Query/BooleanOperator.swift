/// The operators that all query languages have.
enum BooleanOperator: String {
  case and, or, not

  /// The operator that a word is, in capitals or not; `nil` for any other word.
  init?(_ word: some StringProtocol) {
    self.init(rawValue: word.lowercased())
  }
}
