extension QueryGrammar {
  mutating func near() throws(Malformed) -> Part {
    let start = index
    let first = try atom()
    guard let kind = current?.kind, kind.distance != nil else { return first }
    var operands = [try nearOperand(first, from: start)]
    while let next = current, next.kind.distance != nil {
      if next.kind != kind {
        throw Malformed(
          "Different proximity operators in a row",
          "Use parentheses, as in (a NEAR/2 b) NEAR/5 c.", at: next.position)
      }
      index += 1
      let start = index
      operands.append(try nearOperand(atom(), from: start))
    }
    return .wanted(Self.proximity(kind, operands))
  }

  /// The proximity of some operands, in the field that they share.
  private static func proximity(_ kind: QueryLexeme.Kind, _ operands: [QueryTree]) -> QueryTree {
    let inner = operands.map { if case .field(_, let tree) = $0 { tree } else { $0 } }
    let distance = kind.distance ?? 0
    let tree: QueryTree =
      if case .pre = kind { .pre(distance: distance, inner) } else {
        .near(distance: distance, inner)
      }
    guard case .field(let field, _) = operands.first else { return tree }
    return .field(field, tree)
  }

  private func nearOperand(_ part: Part, from start: Int) throws(Malformed) -> QueryTree {
    let position = lexemes[min(start, lexemes.count - 1)].position
    guard case .wanted(let tree) = part else {
      throw Malformed(
        "Proximity to an excluded or empty term",
        "NEAR and PRE join words, phrases and groups of them.", at: position)
    }
    if let problem = tree.proximityProblem {
      throw Malformed(problem.problem, problem.fix, at: position)
    }
    return tree
  }
}

extension QueryLexeme.Kind {
  /// The distance of a proximity operator; `nil` for anything else.
  fileprivate var distance: Int? {
    switch self {
    case .near(let distance), .pre(let distance): distance
    default: nil
    }
  }
}
