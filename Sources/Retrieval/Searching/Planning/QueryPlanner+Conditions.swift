import Query

/// The condition that a tree sets on documents.
extension QueryPlanner {
  /// Whether any match of any scored term is enough.
  func isPlain(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .field, .identifier: true
    case .any(let should, let must, let not):
      not.isEmpty && must.isEmpty && should.allSatisfy(isPlain)
    case .or(let parts): parts.allSatisfy(isPlain)
    case .and, .not: false
    }
  }

  func condition(
    _ tree: QueryTree, _ plan: QueryPlan, dropsStopWords: Bool
  ) throws -> DocumentCondition? {
    switch tree {
    case .word(let word):
      if dropsStopWords, words.isStopWord(word) { return nil }
      if let terms = words.ampersandTerms(word) {
        return .matches(members(of: .phrase(terms), plan))
      }
      return all(patterns(word).map { .matches(members(of: $0, plan)) })
    case .identifier(let field, let text):
      return .matches(identifierPatterns(field, text))
    case .phrase, .near, .pre, .prefix, .wildcard, .field:
      return try pattern(tree).map { .matches([$0]) }
    case .any(let should, let must, let not):
      let required = try must.compactMap { try condition($0, plan, dropsStopWords: dropsStopWords) }
      let optional = try should.compactMap {
        try condition($0, plan, dropsStopWords: dropsStopWords)
      }
      let excluded = try not.compactMap { try condition($0, plan, dropsStopWords: false) }
      var parts = required
      if must.isEmpty, !optional.isEmpty { parts.append(some(optional)) }
      parts += excluded.map { .not($0) }
      return all(parts)
    case .and(let operands):
      return all(
        try operands.compactMap { try condition($0, plan, dropsStopWords: dropsStopWords) })
    case .or(let operands):
      let parts = try operands.compactMap {
        try condition($0, plan, dropsStopWords: dropsStopWords)
      }
      return parts.isEmpty ? nil : some(parts)
    case .not(let operand):
      return try condition(operand, plan, dropsStopWords: false).map { .not($0) }
    }
  }

  /// A word and its expansions, any of which meets a condition on the word.
  private func members(of pattern: Pattern, _ plan: QueryPlan) -> [Pattern] {
    plan.scored.first { $0.members.first?.pattern == pattern }?.members.map(\.pattern) ?? [pattern]
  }

  private func all(_ parts: [DocumentCondition]) -> DocumentCondition? {
    parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
  }

  private func some(_ parts: [DocumentCondition]) -> DocumentCondition {
    parts.count == 1 ? parts[0] : .some(parts)
  }
}
