/// Refuses a proximity whose operands are in different fields, as no place in a text is in two, and
/// notes how operands without parentheses are grouped.
extension StrategyParser {
  /// Refuses two operands that name different fields.
  ///
  /// An operand without a field is searched in that of the other.
  ///
  /// - Parameter position: that of the operator between them.
  func expectOneField(
    _ left: StrategyNode, _ right: StrategyNode, at position: Int
  ) throws(Malformed) {
    let named = Self.fields(left).union(Self.fields(right)).compactMap(\.self)
    if named.count > 1 { throw differentFields(at: position) }
  }

  /// Refuses AND and NOT in an operand of a proximity, at the first of them.
  ///
  /// - Parameter typed: the lexemes of the operand.
  func expectNoConjunction(
    _ operand: StrategyNode, _ typed: ArraySlice<StrategyLexeme>
  ) throws(Malformed) {
    guard Self.hasConjunction(operand), let problem = QueryTree.and([]).proximityProblem else {
      return
    }
    let places = typed.indices
    let operation = places.first { typed[$0].kind == .and || typed[$0].kind == .not }
    // On some platforms, terms side by side are joined by AND as well.
    let joinsTerms = SyntaxRules.of(syntax).adjacency == .and
    let beside = places.dropFirst().first { place in
      joinsTerms && typed[place - 1].kind.endsOperand && typed[place].kind.beginsOperand
    }
    let place = [operation, beside].compactMap(\.self).min() ?? places.lowerBound
    throw Malformed(problem.problem, problem.fix, at: typed[place].position)
  }

  /// Whether AND or NOT is in a part.
  private static func hasConjunction(_ node: StrategyNode) -> Bool {
    switch node {
    case .and, .not: true
    case .or(let parts): parts.contains(where: hasConjunction)
    case .near(_, _, let left, let right): hasConjunction(left) || hasConjunction(right)
    case .field(_, let part): hasConjunction(part)
    case .term, .without, .years, .publicationType, .subheading, .line, .unsupported,
      .unsupportedLimit:
      false
    }
  }

  /// Refuses a field around a proximity if only some of its operands name another field.
  ///
  /// - Parameter position: that of the field.
  func expectOneField(
    in node: StrategyNode, inside fields: [StrategyField], at position: Int
  ) throws(Malformed) {
    switch node {
    case .near:
      let found = Self.fields(node)
      guard found.contains(nil), found.count > 1, !found.contains(Set(fields)) else { return }
      throw differentFields(at: position)
    case .and(let parts), .or(let parts):
      for part in parts { try expectOneField(in: part, inside: fields, at: position) }
    case .not(let left, let right):
      try expectOneField(in: left, inside: fields, at: position)
      try expectOneField(in: right, inside: fields, at: position)
    default: break
    }
  }

  /// Notes how the operands of a proximity are grouped, if one of them is joined by OR without
  /// parentheses.
  ///
  /// Only Scopus reads OR before proximity.
  ///
  /// - Parameters:
  ///   - left: the text of an operand, and whether it is joined by OR without parentheses.
  ///   - right: the same for the other operand.
  mutating func noteGroups(
    _ left: (text: String, isBareOr: Bool), _ name: String, _ right: (text: String, isBareOr: Bool)
  ) {
    let operands = [left, right].map { $0.isBareOr ? "(\($0.text))" : $0.text }
    notes.append(
      StrategyNote.orBeforeProximity(operands.joined(separator: " \(name) "), syntax))
  }

  /// The lists of fields that the terms of a proximity name; `nil` for a term that names none.
  private static func fields(_ node: StrategyNode) -> Set<Set<StrategyField>?> {
    switch node {
    case .field(let fields, _): [Set(fields)]
    case .near(_, _, let left, let right): fields(left).union(fields(right))
    case .or(let parts): parts.reduce(into: []) { $0.formUnion(fields($1)) }
    default: [nil]
    }
  }

  private func differentFields(at position: Int) -> Malformed {
    Malformed(
      "Different fields in a proximity search",
      "Write the field once, \(SyntaxRules.of(syntax).proximityField)", at: position)
  }
}
