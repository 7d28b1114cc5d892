import Analysis
import Query

/// Analyses a query tree into a plan.
struct QueryPlanner {
  let analyzer: Analyzer
  /// The expander; `nil` if the query must not be expanded.
  let expander: QueryExpander?
  private let words: AnalysedWords
  private let wildcards: WildcardTerms
  private let positional: PositionalQueryBuilder

  private let identifiers: IdentifierLookup

  /// Creates a planner for one query.
  ///
  /// - Parameter isStrict: whether a wildcard that matches too many words is an error.
  init(
    analyzer: Analyzer, forms: WordForms, identifiers: IdentifierLookup,
    expander: QueryExpander?, isStrict: Bool
  ) {
    self.analyzer = analyzer
    self.identifiers = identifiers
    wildcards = WildcardTerms(analyzer: analyzer, forms: forms, isStrict: isStrict)
    positional = PositionalQueryBuilder(analyzer: analyzer, wildcards: wildcards)
    self.expander = expander
    words = AnalysedWords(analyzer)
  }

  /// The tokens of words, each analysed once per query.
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

  /// Creates the plan of a tree.
  func plan(_ asked: QueryTree) throws -> QueryPlan {
    var plan = QueryPlan()
    let tree = try resolvingIdentifiers(literal(asked).dividingAbstracts, &plan.notes)
    let dropsStopWords = saysMoreThanStopWords(tree)
    var leaves = Leaves(dropsStopWords: dropsStopWords)
    try collect(tree, &leaves)
    plan.scored = leaves.merged
    if let expander { try expander.expand(&plan) }
    plan.condition =
      try isPlain(tree) ? nil : condition(tree, plan, dropsStopWords: dropsStopWords)
    plan.notes += wildcards.notes
    return plan
  }

  /// A tree in which the operands of AND, OR and NOT are used as written: stop words count, and the
  /// parts of a hyphenated word are adjacent.
  private func literal(_ tree: QueryTree) -> QueryTree {
    func operand(_ tree: QueryTree) -> QueryTree {
      guard case .word(let word) = tree else { return literal(tree) }
      return isStopWord(word) || words.tokens(word).count > 1 ? .phrase([word]) : tree
    }
    return switch tree {
    case .and(let parts): .and(parts.map(operand))
    case .or(let parts): .or(parts.map(operand))
    case .not(let part): .not(operand(part))
    case .any(let should, let must, let not):
      .any(should: should.map(literal), must: must.map(literal), not: not.map(operand))
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .field: tree
    }
  }

  // MARK: Scored terms

  private struct Leaves {
    let dropsStopWords: Bool
    var terms: [PlannedTerm] = []

    /// The terms, with repeated ones merged and counted.
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
    case .identifier(let field, let text):
      let patterns = identifierPatterns(field, text)
      leaves.terms.append(
        PlannedTerm(
          label: tree.description, members: patterns.map { PlannedMember(pattern: $0) }))
    case .phrase, .near, .pre, .prefix, .wildcard, .field:
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
      // A word near itself must occur twice, which requires positions; so do operands other than
      // words.
      if words.count == operands.count, Set(words).count == words.count {
        return .near(distance: distance, words)
      }
      return try positional.query(tree).map {
        .positional(FieldedQuery(query: $0), terms: scoredTerms(tree))
      }
    case .pre:
      return try positional.query(tree).map {
        .positional(FieldedQuery(query: $0), terms: scoredTerms(tree))
      }
    case .prefix(let prefix):
      return try wordPattern(prefix + "*")
    case .wildcard(let pattern):
      return try wordPattern(pattern)
    case .field(let field, let tree):
      return try positional.query(tree).map {
        .positional(FieldedQuery(query: $0, field: field), terms: scoredTerms(tree))
      }
    default:
      return nil
    }
  }

  private func wordPattern(_ text: String) throws -> Pattern? {
    try wildcards.terms(text).map { .words(pattern: text, terms: $0) }
  }

  /// The documents with an identifier; without a field, also those that mention it.
  private func identifierPatterns(_ field: IdentifierField?, _ text: String) -> [Pattern] {
    [.identifier(field, text)] + (field == nil ? [phrase([text])].compactMap(\.self) : [])
  }

  /// The tree with identifiers that no document has as plain words or phrases.
  private func resolvingIdentifiers(
    _ tree: QueryTree, _ notes: inout [String]
  ) throws -> QueryTree {
    switch tree {
    case .identifier(let field, let text):
      if try !identifiers.documents(field, text).isEmpty { return tree }
      let name = field == .doi ? "DOI" : field == .pmid ? "PMID" : "identifier"
      notes.append("No document has the \(name) “\(text)”.")
      return field == nil ? .phrase([text]) : tree
    case .field(let field, let tree): return .field(field, tree.mentioningIdentifiers)
    default: return try tree.mapOperands { try resolvingIdentifiers($0, &notes) }
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
    case .wildcard(let pattern): terms(WordPattern(pattern).prefix)
    case .phrase(let words): words.flatMap { terms($0) }
    case .near(_, let parts), .pre(_, let parts), .and(let parts), .or(let parts):
      parts.flatMap(scoredTerms)
    case .any(let should, let must, _): (should + must).flatMap(scoredTerms)
    case .field(_, let tree): scoredTerms(tree)
    case .identifier(_, let text): terms(text)
    case .not: []
    }
  }

  // MARK: Stop words

  private func isStopWord(_ word: String) -> Bool {
    // In capitals, it is an abbreviation: WHO, IT.
    if isCapital(word), word.count > 1 { return false }
    let tokens = words.tokens(word)
    return !tokens.isEmpty && tokens.allSatisfy { StopWords.words.contains($0.folded) }
  }

  private func isCapital(_ word: String) -> Bool {
    // For most words, the first letter is enough.
    if let first = word.utf8.first, first >= 0x61 && first <= 0x7A { return false }
    return word == word.uppercased() && word != word.lowercased()
  }

  /// Whether a query still has terms to rank by without its stop words.
  private func saysMoreThanStopWords(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word(let word): !isStopWord(word)
    case .phrase(let words): !words.isEmpty
    case .near, .pre, .prefix, .wildcard, .field, .identifier: true
    case .any(let should, let must, _): (should + must).contains(where: saysMoreThanStopWords)
    case .and(let parts), .or(let parts): parts.contains(where: saysMoreThanStopWords)
    case .not: false
    }
  }

  // MARK: Conditions

  /// Whether any match of any scored term is enough.
  private func isPlain(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .field, .identifier: true
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
