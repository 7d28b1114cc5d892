import Literature

extension QueryTree {
  /// The largest number of words between the operands of a proximity; few abstracts are longer.
  static let farthest = 1000

  /// The distance that an operator ends with: digits alone, up to ``farthest``; `nil` for any other
  /// text.
  static func distance(_ digits: some StringProtocol) -> Int? {
    guard digits.utf8.allSatisfy(\.isDigit), let distance = Int(digits), distance <= farthest else {
      return nil
    }
    return distance
  }

  /// The reason why a tree can't be an operand of NEAR or PRE, and the fix; `nil` if it can.
  ///
  /// Words, phrases, prefixes, wildcards, alternatives of these, and proximities have positions;
  /// AND and NOT apply to whole documents.
  var proximityProblem: (problem: String, fix: String)? {
    switch self {
    case .word, .phrase, .prefix, .wildcard, .identifier(nil, _): nil
    case .near(_, let operands), .pre(_, let operands), .or(let operands):
      operands.lazy.compactMap(\.proximityProblem).first
    case .field(_, let tree): tree.proximityProblem
    case .and, .not:
      (
        "AND or NOT in a proximity search",
        "Inside it, join words and phrases with OR. Write AND and NOT outside."
      )
    case .identifier(.some(let field), _):
      (
        "“\(field.rawValue):” in a proximity search",
        "Write it outside, and join the two with AND or OR."
      )
    case .filter:
      ("A filter in a proximity search", "Write it before or after the proximity search.")
    case .any:
      (
        "Words side by side in a proximity search",
        "Join them with OR, or put a phrase in quotation marks."
      )
    }
  }

  /// The fields that the parts of a proximity are searched in; `nil` is the whole text.
  var fieldsInProximity: Set<QueryField?> {
    switch self {
    case .field(let field, _): [field]
    case .near(_, let operands), .pre(_, let operands), .or(let operands):
      operands.reduce(into: []) { $0.formUnion($1.fieldsInProximity) }
    default: [nil]
    }
  }

  /// A part of a proximity without its fields.
  var withoutFields: QueryTree {
    switch self {
    case .field(_, let tree): tree.withoutFields
    case .near(let distance, let operands):
      .near(distance: distance, operands.map(\.withoutFields))
    case .pre(let distance, let operands):
      .pre(distance: distance, operands.map(\.withoutFields))
    case .or(let operands): .or(operands.map(\.withoutFields).joinedByOr)
    default: self
    }
  }
}
