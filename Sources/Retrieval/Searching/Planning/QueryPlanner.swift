import Analysis
import Literature
import Query

/// Analyses a query tree into a plan.
struct QueryPlanner {
  let analyzer: Analyzer
  /// The expander; `nil` if the query must not be expanded.
  let expander: QueryExpander?
  let words: AnalysedWords
  private let wildcards: WildcardTerms
  private let positional: PositionalQueryBuilder

  private let identifiers: IdentifierLookup
  private let snapshot: IndexSnapshot

  /// The filters given as options, whose flags also apply to filters in parts of the query.
  let options: Filter

  /// Creates a planner for one query.
  ///
  /// - Parameter isStrict: whether a wildcard that matches too many words is an error.
  init(
    analyzer: Analyzer, forms: WordForms, identifiers: IdentifierLookup,
    snapshot: IndexSnapshot, expander: QueryExpander?, isStrict: Bool, options: Filter
  ) {
    self.options = options
    self.analyzer = analyzer
    self.identifiers = identifiers
    self.snapshot = snapshot
    wildcards = WildcardTerms(analyzer: analyzer, forms: forms, isStrict: isStrict)
    words = AnalysedWords(analyzer)
    // The records of a cluster are on other machines.
    positional = PositionalQueryBuilder(
      analyzer: analyzer, words: words, wildcards: wildcards,
      hasRecords: identifiers.storage == nil)
    self.expander = expander
  }

  /// Creates the plan of a tree.
  func plan(_ asked: QueryTree) throws -> QueryPlan {
    var plan = QueryPlan()
    words.isInCapitals = asked.isInCapitals
    let tree = try resolvingIdentifiers(
      literal(asked).dividingAbstracts, &plan.notes, &plan.missingHeadings)
    let dropsStopWords = saysMoreThanStopWords(tree)
    var leaves = PlannedLeaves(dropsStopWords: dropsStopWords)
    try collect(tree, &leaves)
    plan.scored = leaves.merged
    plan.typed = leaves.typed
    if let expander { try expander.expand(&plan) }
    plan.condition =
      try isPlain(tree)
      ? nil : condition(tree, ScoredTerms(plan), dropsStopWords: dropsStopWords)
    plan.notes += wildcards.notes
    return plan
  }

  // MARK: Scored terms

  private func collect(_ tree: QueryTree, _ leaves: inout PlannedLeaves) throws {
    switch tree {
    case .word(let word):
      let tokens = words.tokens(word)
      if leaves.dropsStopWords, words.isStopWord(word) {
        return leaves.type(tokens, content: [])
      }
      if let terms = words.ampersandTerms(word) {
        leaves.terms.append(
          PlannedTerm(
            label: word.lowercased(), members: [PlannedMember(pattern: .phrase(terms))],
            word: word.lowercased()))
        leaves.typed.append(nil)
        return
      }
      let content = words.content(tokens)
      leaves.type(tokens, content: content)
      for token in content {
        leaves.terms.append(
          PlannedTerm(
            label: token.folded, members: [PlannedMember(pattern: .term(token.term))],
            word: token.folded, isCapital: words.isCapital(word), isPart: tokens.count > 1))
      }
    case .identifier(let field, let text):
      let patterns = identifierPatterns(field, text)
      leaves.terms.append(
        PlannedTerm(
          label: tree.description, members: patterns.map { PlannedMember(pattern: $0) },
          isQuoted: field == .subject))
      leaves.typed.append(nil)
    case .phrase, .near, .pre, .prefix, .wildcard, .field:
      if let pattern = try pattern(tree) {
        leaves.terms.append(
          PlannedTerm(
            label: tree.description, members: [PlannedMember(pattern: pattern)], isQuoted: true))
      }
      leaves.typed.append(nil)
    case .any(let should, let must, _):
      for part in should + must { try collect(part, &leaves) }
    case .and(let parts), .or(let parts):
      let isOr = if case .or = tree { true } else { false }
      for part in parts {
        if isOr, case .filter(let filter) = part {
          // An alternative to terms also finds documents without these terms.
          let pattern = Pattern.filter(withOptions(filter))
          leaves.terms.append(
            PlannedTerm(
              label: part.description, members: [PlannedMember(pattern: pattern)], isQuoted: true))
        } else {
          try collect(part, &leaves)
        }
        leaves.typed.append(nil)
      }
    case .not, .filter: break
    }
  }

  /// A filter in a part of the query, with the flags of the options.
  func withOptions(_ filter: Filter) -> Filter {
    var filter = filter
    filter.includeUnknown = options.includeUnknown
    filter.includePossible = options.includePossible
    return filter
  }

  /// The pattern of a leaf other than a word; `nil` if no word remains after analysis.
  func pattern(_ tree: QueryTree) throws -> Pattern? {
    switch tree {
    case .word(let word):
      return phrase([word])
    case .phrase(let words):
      return phrase(words)
    case .near(let distance, let operands):
      let words = operands.compactMap { operand -> String? in
        guard case .word(let word) = operand else { return nil }
        let terms = terms(word)
        return terms.count == 1 ? terms[0] : nil
      }
      // A word near itself must occur twice. This requires positions, and operands other than words
      // require them, too.
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
      return try positional.query(tree, in: field).map {
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
  func identifierPatterns(_ field: IdentifierField?, _ text: String) -> [Pattern] {
    if field == .subject { return [heading(text)] }
    return [.identifier(field, text)] + (field == nil ? [phrase([text])].compactMap(\.self) : [])
  }

  /// The documents with a subject heading, ranked by its words.
  private func heading(_ text: String) -> Pattern {
    let terms = terms(text)
    return .positional(
      FieldedQuery(
        query: .phrase(terms), field: .keyword, heading: HeadingKey.typed(text, analyzer)),
      terms: terms)
  }

  /// The tree with identifiers that no document has as plain words or phrases.
  ///
  /// - Parameter headings: the subject headings that no document has.
  private func resolvingIdentifiers(
    _ tree: QueryTree, _ notes: inout [String], _ headings: inout [String]
  ) throws -> QueryTree {
    switch tree {
    case .identifier(.type, _): return tree
    case .identifier(.subject, let text):
      let isKnown = try snapshot.hasHeading(HeadingKey.typed(text, analyzer))
      if !isKnown { headings.append(text) }
      return tree
    case .identifier(let field, let text):
      if try !identifiers.documents(field, text).isEmpty { return tree }
      // A number by itself is a PMID only if a document has it.
      if field == nil, text.utf8.count <= Self.longestPMID, text.utf8.allSatisfy(\.isDigit) {
        return .phrase([text])
      }
      let name = field == .doi ? "DOI" : field == .pmid ? "PMID" : "identifier"
      notes.append("No document has the \(name) “\(text)”.")
      return field == nil ? .phrase([text]) : tree
    case .or(let parts):
      var missing: [String] = []
      let resolved = try tree.mapOperands { try resolvingIdentifiers($0, &notes, &missing) }
      // A heading that names a publication type may be an alternative to this type. Then the type
      // is found, so the heading is not reported as missing.
      let types: Set<String> = missing.isEmpty ? [] : Self.types(parts)
      headings += missing.filter { !types.contains(PublicationType.key($0)) }
      return resolved
    case .field(let field, let tree): return .field(field, tree.mentioningIdentifiers)
    default: return try tree.mapOperands { try resolvingIdentifiers($0, &notes, &headings) }
    }
  }

  /// The keys of the publication types among alternatives.
  private static func types(_ parts: [QueryTree]) -> Set<String> {
    var types: Set<String> = []
    for case .identifier(.type, let text) in parts { types.insert(PublicationType.key(text)) }
    return types
  }

  /// The digits of the longest PMIDs.
  private static let longestPMID = 8

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
    case .not, .filter: []
    }
  }
}
