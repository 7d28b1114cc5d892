import Analysis
import Query

/// Analyses a query tree into a plan.
struct QueryPlanner {
  let analyzer: Analyzer
  /// Adds to the words of the query; `nil` when nothing may be added.
  let expander: QueryExpander?
  private let words: AnalysedWords
  private let positional: PositionalQueryBuilder

  init(analyzer: Analyzer, dictionary: TermDictionary, expander: QueryExpander?) {
    self.analyzer = analyzer
    positional = PositionalQueryBuilder(analyzer: analyzer, dictionary: dictionary)
    self.expander = expander
    words = AnalysedWords(analyzer)
  }

  /// The tokens of words, each analysed once a query.
  private final class AnalysedWords {
    private let analyzer: Analyzer
    private var known: [String: [Token]] = [:]

    init(_ analyzer: Analyzer) {
      self.analyzer = analyzer
    }

    /// The tokens of a word, without joined forms.
    func tokens(_ word: String) -> [Token] {
      if let tokens = known[word] { return tokens }
      let tokens = analyzer.tokens(in: word).filter { !$0.isJoined }
      known[word] = tokens
      return tokens
    }
  }

  /// Makes the plan of a tree.
  func plan(_ tree: QueryTree) throws -> QueryPlan {
    var plan = QueryPlan()
    let dropsStopWords = saysMoreThanStopWords(tree)
    var leaves = Leaves(dropsStopWords: dropsStopWords)
    try collect(tree, &leaves)
    plan.scored = leaves.merged
    if let expander { try expander.expand(&plan) }
    plan.condition =
      try isPlain(tree) ? nil : condition(tree, plan, dropsStopWords: dropsStopWords)
    return plan
  }

  // MARK: Scored terms

  private struct Leaves {
    let dropsStopWords: Bool
    var terms: [PlannedTerm] = []

    /// The terms, with those typed twice counted twice.
    var merged: [PlannedTerm] {
      var merged: [PlannedTerm] = []
      for term in terms {
        if let known = merged.firstIndex(where: { $0.members == term.members }) {
          merged[known].weight += term.weight
        } else {
          merged.append(term)
        }
      }
      return merged
    }
  }

  private func collect(_ tree: QueryTree, _ leaves: inout Leaves) throws {
    switch tree {
    case .word(let word):
      if leaves.dropsStopWords, isStopWord(word) { return }
      leaves.terms += words.tokens(word).map { token in
        PlannedTerm(
          label: token.folded, members: [PlannedMember(pattern: .term(token.term))],
          word: token.folded, isCapital: isCapital(word))
      }
    case .phrase, .near, .prefix, .field:
      if let pattern = try pattern(tree) {
        leaves.terms.append(
          PlannedTerm(label: tree.description, members: [PlannedMember(pattern: pattern)]))
      }
    case .any(let should, let must, _):
      for part in should + must { try collect(part, &leaves) }
    case .and(let parts), .or(let parts):
      for part in parts { try collect(part, &leaves) }
    case .not: break
    }
  }

  /// The terms of a word: several for a hyphenated word or a word in a script without
  /// spaces.
  private func patterns(_ word: String) -> [Pattern] {
    words.tokens(word).map { .term($0.term) }
  }

  /// The pattern of a leaf other than a word; `nil` if no word remains after analysis.
  private func pattern(_ tree: QueryTree) throws -> Pattern? {
    switch tree {
    case .word(let word):
      let terms = patterns(word)
      return terms.count == 1 ? terms[0] : phrase([word])
    case .phrase(let words):
      return phrase(words)
    case .near(let distance, let operands):
      let words = operands.compactMap { operand -> String? in
        guard case .word(let word) = operand else { return nil }
        let terms = terms(word)
        return terms.count == 1 ? terms[0] : nil
      }
      if words.count == operands.count { return .near(distance: distance, words) }
      // Phrases, prefixes and hyphenated words keep their own positions.
      return try positional.query(tree).map {
        .positional(FieldedQuery(query: $0), terms: scoredTerms(tree))
      }
    case .prefix(let prefix):
      let folded = analyzer.tokens(in: prefix).map(\.folded).joined()
      return folded.isEmpty ? nil : .prefix(folded)
    case .field(let field, let tree):
      return try positional.query(tree).map {
        .positional(FieldedQuery(query: $0, field: field), terms: scoredTerms(tree))
      }
    default:
      return nil
    }
  }

  private func phrase(_ words: [String]) -> Pattern? {
    let terms = words.flatMap { self.terms($0) }
    return terms.isEmpty ? nil : terms.count == 1 ? .term(terms[0]) : .phrase(terms)
  }

  private func terms(_ word: String) -> [String] {
    words.tokens(word).map(\.term)
  }

  /// The terms that a positional query is scored by.
  private func scoredTerms(_ tree: QueryTree) -> [String] {
    switch tree {
    case .word(let word), .prefix(let word): terms(word)
    case .phrase(let words): words.flatMap { terms($0) }
    case .near(_, let parts), .and(let parts), .or(let parts): parts.flatMap(scoredTerms)
    case .any(let should, let must, _): (should + must).flatMap(scoredTerms)
    case .field(_, let tree): scoredTerms(tree)
    case .not: []
    }
  }

  // MARK: Stop words

  private func isStopWord(_ word: String) -> Bool {
    // In capitals, it is a name: WHO, IT.
    if isCapital(word), word.count > 1 { return false }
    let tokens = words.tokens(word)
    return !tokens.isEmpty && tokens.allSatisfy { StopWords.words.contains($0.folded) }
  }

  private func isCapital(_ word: String) -> Bool {
    // The first letter decides for most words.
    if let first = word.utf8.first, first >= 0x61 && first <= 0x7A { return false }
    return word == word.uppercased() && word != word.lowercased()
  }

  /// Whether a query has something to rank by when its stop words are dropped.
  private func saysMoreThanStopWords(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word(let word): !isStopWord(word)
    case .phrase(let words): !words.isEmpty
    case .near, .prefix, .field: true
    case .any(let should, let must, _): (should + must).contains(where: saysMoreThanStopWords)
    case .and(let parts), .or(let parts): parts.contains(where: saysMoreThanStopWords)
    case .not: false
    }
  }

  // MARK: Conditions

  /// Whether any match of any scored term is enough.
  private func isPlain(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word, .phrase, .near, .prefix, .field: true
    case .any(let should, let must, let not):
      not.isEmpty && must.isEmpty && should.allSatisfy(isPlain)
    case .or(let parts): parts.allSatisfy(isPlain)
    case .and, .not: false
    }
  }

  private func condition(
    _ tree: QueryTree, _ plan: QueryPlan, dropsStopWords: Bool
  ) throws -> DocumentCondition? {
    switch tree {
    case .word(let word):
      if dropsStopWords, isStopWord(word) { return nil }
      return all(patterns(word).map { .matches(members(of: $0, plan)) })
    case .phrase, .near, .prefix, .field:
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

  /// A word and what expansion added to it: either meets a condition on the word.
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
