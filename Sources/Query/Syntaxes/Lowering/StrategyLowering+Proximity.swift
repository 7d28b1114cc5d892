/// Lowers two operands near each other.
extension StrategyLowering {
  mutating func near(
    _ distance: Int, _ isOrdered: Bool, _ left: StrategyNode, _ right: StrategyNode,
    _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    // A field of one operand applies to both: TI peer N3 support.
    let inner = [left, right].compactMap(Self.fields).first
    let parts = [try plain(left), try plain(right)]
    for tree in parts {
      if let problem = tree.proximityProblem {
        throw Malformed(problem.problem, problem.fix, at: 0)
      }
    }
    let tree: QueryTree =
      isOrdered ? .pre(distance: distance, parts) : .near(distance: distance, parts)
    return Lowered(tree: fielded(tree, inner ?? fields))
  }

  private static func fields(_ node: StrategyNode) -> [StrategyField]? {
    switch node {
    case .field(let fields, _): fields
    case .near(_, _, let left, let right): Self.fields(left) ?? Self.fields(right)
    case .or(let parts): parts.compactMap(Self.fields).first
    default: nil
    }
  }

  /// An operand of a proximity, without its fields.
  private func plain(_ node: StrategyNode) throws(Malformed) -> QueryTree {
    switch node {
    case .term(.identifier(.subject, let name)): return .headingWords(name)
    case .term(let term): return term
    case .field(_, let inner): return try plain(inner)
    case .or(let parts):
      var trees: [QueryTree] = []
      for part in parts { trees.append(try plain(part)) }
      return QueryTree.alternatives(trees)
    case .near(let distance, let isOrdered, let left, let right):
      let parts = [try plain(left), try plain(right)]
      return isOrdered ? .pre(distance: distance, parts) : .near(distance: distance, parts)
    case .publicationType(let name, _): return .phrase([name])
    case .line(let number, let position):
      throw Malformed(
        "A line in a proximity search", "Replace it with the terms of line \(number).",
        at: position)
    case .and, .not, .without, .years, .subheading, .unsupported, .unsupportedLimit:
      return .and([])
    }
  }
}
