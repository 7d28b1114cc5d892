import Analysis
import Query

/// Analyses a query tree into the positional query that its terms must satisfy in a passage.
struct PositionalQueryBuilder {
  let analyzer: Analyzer
  let words: AnalysedWords
  let wildcards: WildcardTerms
  /// Whether the records of documents can be read, to compare initials with names.
  let hasRecords: Bool
  /// Whether phrases are names of authors.
  private var hasNames = false

  init(
    analyzer: Analyzer, words: AnalysedWords, wildcards: WildcardTerms, hasRecords: Bool
  ) {
    self.analyzer = analyzer
    self.words = words
    self.wildcards = wildcards
    self.hasRecords = hasRecords
  }

  /// The positional query of a tree in a field; `nil` if no word is left after analysis.
  func query(_ tree: QueryTree, in field: QueryField) throws -> PositionalQuery? {
    var builder = self
    builder.hasNames = field == .author
    return try builder.query(tree)
  }

  /// The positional query; `nil` if no word is left after analysis.
  func query(_ tree: QueryTree) throws -> PositionalQuery? {
    switch tree {
    case .word(let word): phrase([word])
    case .phrase(let words):
      try name(words.map { .word($0) }) ?? phrase(words)
    case .prefix(let prefix): try matching(prefix + "*")
    case .wildcard(let pattern): try matching(pattern)
    case .near(let distance, let operands): try near(distance, false, operands)
    case .pre(let distance, let operands):
      try (distance == 0 ? name(operands) : nil) ?? near(distance, true, operands)
    case .and(let operands): try and(operands)
    case .or(let operands): some(try queries(operands))
    case .any(let should, let must, let not): try any(should, must, not)
    case .field(_, let tree): try query(tree)
    // A passage can only mention an identifier.
    case .identifier(_, let text): phrase([text])
    case .not, .filter: nil
    }
  }

  /// A name with initials, which also finds given names in full; `nil` for other phrases.
  ///
  /// The initials of a record are separate words (J. A.), or one (JA, J.A.).
  private func name(_ words: [QueryTree]) throws -> PositionalQuery? {
    guard hasNames, let name = TypedAuthor(words) else { return nil }
    let family = try queries(name.family)
    func named(_ given: [PositionalQuery]) -> PositionalQuery {
      .near(distance: 0, isOrdered: true, family + given)
    }
    let separate = try name.initials.compactMap(initial)
    guard !family.isEmpty, separate.count == name.initials.count else { return nil }
    if separate.count == 1 { return named(separate) }
    let initials = name.initials.map(String.init)
    let joined = [initials.joined(), initials.joined(separator: ".")].compactMap { phrase([$0]) }
    return .some([named(separate)] + joined.map { named([$0]) })
  }

  /// A word that begins with a letter; `nil` if words can't contain the letter.
  private func initial(_ letter: Character) throws -> PositionalQuery? {
    guard hasRecords else {
      return try wildcards.terms("\(letter)*", isStrict: false).map { PositionalQuery.oneOf($0) }
    }
    let folded = analyzer.words(in: String(letter)).map(\.folded).joined()
    return folded.isEmpty ? nil : .initial(folded)
  }

  private func queries(_ trees: [QueryTree]) throws -> [PositionalQuery] {
    try trees.compactMap(query)
  }

  private func any(
    _ should: [QueryTree], _ must: [QueryTree], _ not: [QueryTree]
  ) throws -> PositionalQuery? {
    let wanted = try queries(must.isEmpty ? should : must)
    let unwanted = try queries(not)
    guard let found = must.isEmpty ? some(wanted) : all(wanted) else { return nil }
    return unwanted.isEmpty ? found : .all([found], butNot: unwanted)
  }

  private func and(_ operands: [QueryTree]) throws -> PositionalQuery? {
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    for operand in operands {
      if case .not(let inner) = operand { not.append(inner) } else { must.append(operand) }
    }
    return try any([], must, not)
  }

  private func all(_ parts: [PositionalQuery]) -> PositionalQuery? {
    parts.count > 1 ? .all(parts, butNot: []) : parts.first
  }

  private func some(_ parts: [PositionalQuery]) -> PositionalQuery? {
    parts.count > 1 ? .some(parts) : parts.first
  }

  /// A proximity; stop words and punctuation do not become operands.
  private func near(
    _ distance: Int, _ isOrdered: Bool, _ operands: [QueryTree]
  ) throws -> PositionalQuery? {
    let parts = try queries(operands)
    return parts.count > 1
      ? .near(distance: distance, isOrdered: isOrdered, parts) : parts.first
  }

  private func phrase(_ typed: [String]) -> PositionalQuery? {
    let terms = typed.flatMap { words.tokens($0).map(\.term) }
    return terms.isEmpty ? nil : .phrase(terms)
  }

  private func matching(_ pattern: String) throws -> PositionalQuery? {
    try wildcards.terms(pattern).map { .oneOf($0) }
  }
}
