import Analysis
import Query

/// The condition that a tree sets on documents.
extension QueryPlanner {
  /// Whether any match of any scored term is enough.
  func isPlain(_ tree: QueryTree) -> Bool {
    switch tree {
    case .phrase, .near, .pre, .prefix, .wildcard, .field, .identifier: true
    // Hyphenated words are scored by their parts, but match as phrases.
    case .word(let word): words.tokens(word).count < 2 || words.ampersandTerms(word) != nil
    case .any(let should, let must, let not):
      not.isEmpty && must.isEmpty && should.allSatisfy(isPlain)
    case .or(let parts): parts.allSatisfy(isPlain)
    case .and, .not, .filter: false
    }
  }

  func condition(
    _ tree: QueryTree, _ scored: ScoredTerms, dropsStopWords: Bool
  ) throws -> DocumentCondition? {
    switch tree {
    case .word(let word):
      if dropsStopWords, words.isStopWord(word) { return nil }
      if let terms = words.ampersandTerms(word) {
        return .matches(scored.patterns(of: .phrase(terms)))
      }
      let terms = words.tokens(word).map(\.term)
      if terms.isEmpty { return nil }
      return .matches(
        terms.count == 1
          ? scored.patterns(of: .term(terms[0])) : [.phrase(terms)] + replacements(word, scored))
    case .filter(let filter):
      return .passes(withOptions(filter))
    case .identifier(let field, let text):
      return .matches(identifierPatterns(field, text))
    case .phrase, .near, .pre, .prefix, .wildcard, .field:
      return try pattern(tree).map { .matches([$0]) }
    case .any(let should, let must, let not):
      let required = try must.compactMap {
        try condition($0, scored, dropsStopWords: dropsStopWords)
      }
      let optional = try should.compactMap {
        try condition($0, scored, dropsStopWords: dropsStopWords)
      }
      let excluded = try not.compactMap { try condition($0, scored, dropsStopWords: true) }
      var parts = required
      if must.isEmpty, !optional.isEmpty { parts.append(some(optional)) }
      parts += excluded.map(without)
      return all(parts)
    case .and(let operands):
      return all(
        try operands.compactMap { try condition($0, scored, dropsStopWords: dropsStopWords) })
    case .or(let operands):
      let parts = try operands.compactMap {
        try condition($0, scored, dropsStopWords: dropsStopWords)
      }
      return parts.isEmpty ? nil : some(parts)
    case .not(let operand):
      return try condition(operand, scored, dropsStopWords: true).map(without)
    }
  }

  /// The documents that do not meet a condition.
  ///
  /// If documents that state no value are kept, they stay where a range is excluded as well.
  private func without(_ condition: DocumentCondition) -> DocumentCondition {
    .not(options.includeUnknown ? condition.withOppositeUnknowns : condition)
  }

  /// The expansions of a hyphenated word as a whole.
  private func replacements(_ word: String, _ scored: ScoredTerms) -> [Pattern] {
    let tokens = words.tokens(word)
    let known = scored.replacements[tokens.map { Acronyms.stem(of: $0.term) }] ?? []
    let parts = Set(words.content(tokens).map(\.term)).compactMap { scored[.term($0)] }
    // One part alone also has the words that were added to the same word elsewhere in the query.
    guard parts.count > 1 else { return known }
    return known
      + parts[0].members.dropFirst().map(\.pattern).filter { pattern in
        !known.contains(pattern)
          && parts.allSatisfy { $0.members.contains { $0.pattern == pattern } }
      }
  }

  private func all(_ parts: [DocumentCondition]) -> DocumentCondition? {
    parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
  }

  private func some(_ parts: [DocumentCondition]) -> DocumentCondition {
    if parts.count == 1 { return parts[0] }
    // Words are united list by list.
    let patterns = parts.compactMap { part in
      if case .matches(let patterns) = part { patterns } else { nil }
    }
    return patterns.count == parts.count ? .matches(patterns.flatMap(\.self)) : .some(parts)
  }
}
