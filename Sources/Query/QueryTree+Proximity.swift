extension QueryTree {
  /// The reason why a tree can't be an operand of NEAR or PRE, and the fix; `nil` if it can.
  ///
  /// Words, phrases, prefixes and wildcards have positions, and so do alternatives of these and
  /// proximities; AND and NOT apply to whole documents.
  var proximityProblem: (problem: String, fix: String)? {
    switch self {
    case .word, .phrase, .prefix, .wildcard, .identifier: nil
    case .near(_, let operands), .pre(_, let operands), .or(let operands):
      operands.lazy.compactMap(\.proximityProblem).first
    case .field(_, let tree): tree.proximityProblem
    case .and, .not:
      (
        "AND or NOT inside a proximity",
        "Join words and phrases with OR there, and write AND and NOT outside."
      )
    case .any:
      (
        "Words side by side in a proximity",
        "Join them with OR, or put a phrase in quotation marks."
      )
    }
  }
}
