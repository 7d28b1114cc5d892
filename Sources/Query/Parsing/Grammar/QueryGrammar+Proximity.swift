extension QueryGrammar {
  mutating func near() throws(Malformed) -> Part {
    let start = index
    let first = try atom()
    guard let kind = current?.kind, kind.distance != nil else { return first }
    var operands = [try nearOperand(first, from: start)]
    var positions = [start]
    while let next = current, next.kind.distance != nil {
      if next.kind != kind {
        throw Malformed(
          "Different proximity operators in a row",
          "Use parentheses, as in (a NEAR/2 b) NEAR/5 c.", at: next.position)
      }
      index += 1
      positions.append(index)
      operands.append(try nearOperand(atom(), from: positions[positions.count - 1]))
    }
    try checkFields(operands, positions)
    return .wanted(Self.proximity(kind, operands))
  }

  /// The proximity of some operands, in the field that they share.
  private static func proximity(_ kind: QueryLexeme.Kind, _ operands: [QueryTree]) -> QueryTree {
    let inner = operands.map(\.withoutFields)
    let distance = kind.distance ?? 0
    let tree: QueryTree =
      if case .pre = kind { .pre(distance: distance, inner) } else {
        .near(distance: distance, inner)
      }
    guard let field = operands.first?.fieldsInProximity.first ?? nil else { return tree }
    return .field(field, tree)
  }

  /// Refuses a proximity whose operands are searched in different fields.
  private func checkFields(_ operands: [QueryTree], _ positions: [Int]) throws(Malformed) {
    let uses = operands.map(\.fieldsInProximity)
    let all = uses.reduce(into: Set()) { $0.formUnion($1) }
    guard all.count > 1 else { return }
    let index = uses.firstIndex { $0 != uses[0] || $0.count > 1 } ?? 0
    let field = all.compactMap(\.self).map(\.rawValue).min() ?? ""
    throw Malformed(
      "Different fields in a proximity search",
      "Write the field once, before all operands: \(field):(a NEAR/3 b).",
      at: lexemes[min(positions[index], lexemes.count - 1)].position)
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
