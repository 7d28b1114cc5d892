extension PositionalQuery {
  /// Whether its matches are single words or words side by side, which are looked for only within a
  /// passage: passages end where sentences end.
  var isPhrase: Bool {
    switch self {
    case .phrase, .oneOf, .initial: true
    case .near(let distance, let isOrdered, _): distance == 0 && isOrdered
    case .all, .some: false
    }
  }

  /// Longer than any text in which distances matter.
  private static let farthest = 1 << 16

  /// The highest number of words from the first to the last of a match.
  var reach: Int {
    switch self {
    case .phrase(let terms): terms.count
    case .oneOf, .initial: 1
    case .near(let distance, let isOrdered, let operands):
      min(Self.farthest, Self.length(distance, isOrdered, operands.map(\.reach)))
    case .all(let parts, _), .some(let parts): parts.map(\.reach).max() ?? 0
    }
  }

  private static func length(_ distance: Int, _ isOrdered: Bool, _ operands: [Int]) -> Int {
    if isOrdered { return operands.reduce(0, +) + distance * max(0, operands.count - 1) }
    // In any order, the distance is that from the first operand to the last.
    return 2 * (operands.max() ?? 0) + distance
  }
}
