import Literature

extension QueryTree {
  /// The tree in the query language, as a person would type it: parsing it gives the same tree.
  ///
  /// Filters are not part of a tree; an empty tree gives an empty text.
  public var queryText: String {
    switch self {
    case .any(let should, let must, let not):
      (should.map(Self.listed) + must.map { "+" + Self.listed($0) } + not.map(\.negated))
        .joined(separator: " ")
    case .and(let operands): operands.map(\.tight).joined(separator: " AND ")
    case .or(let operands):
      operands.map { if case .and = $0 { $0.queryText } else { $0.tight } }
        .joined(separator: " OR ")
    case .not(let operand): operand.negated
    case .near(let distance, let operands):
      operands.map(\.tightest).joined(separator: " NEAR/\(distance) ")
    case .pre(let distance, let operands):
      isPhraseOfPatterns
        ? "\"" + operands.map(\.queryText).joined(separator: " ") + "\""
        : operands.map(\.tightest).joined(separator: " PRE/\(distance) ")
    case .word(let word): Self.isTypable(word) ? word : "\"\(word)\""
    case .prefix(let prefix): prefix + "*"
    case .wildcard(let pattern): Self.typed(pattern)
    case .phrase(let words): "\"" + words.joined(separator: " ") + "\""
    case .identifier(let field, let value):
      (field.map { "\($0.rawValue):" } ?? "") + (value.contains(" ") ? "\"\(value)\"" : value)
    case .filter(let filter): filter.queryText
    case .field(let field, let inner): "\(field.rawValue):\(inner.inField)"
    }
  }

  private static func listed(_ tree: QueryTree) -> String {
    if case .any = tree { return "(\(tree.queryText))" }
    return tree.queryText
  }

  /// The text as an operand of NOT, AND and OR.
  private var tight: String {
    switch self {
    case .any, .and, .or: "(\(queryText))"
    case .filter(let filter) where filter.queryText.contains(" "): "(\(queryText))"
    default: queryText
    }
  }

  /// The text that excludes the documents that match.
  ///
  /// A filter is in parentheses, because a code after NOT applies to the whole query.
  private var negated: String {
    if case .filter = self { return "NOT (\(queryText))" }
    return "NOT \(tight)"
  }

  /// The text as an operand of NEAR and PRE.
  private var tightest: String {
    switch self {
    case .near: "(\(queryText))"
    case .pre where !isPhraseOfPatterns: "(\(queryText))"
    default: tight
    }
  }

  /// The text after the name of a field.
  private var inField: String {
    switch self {
    case .word, .prefix, .wildcard, .phrase: queryText
    case .pre where isPhraseOfPatterns: queryText
    default: "(\(queryText))"
    }
  }

  /// Whether a word, typed alone, is parsed as that word.
  private static func isTypable(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return !scalars.contains { QueryCharacters.isBoundary($0) || QueryCharacters.isWildcard($0) }
      && !word.contains(":") && !QueryLexeme.isOperator(word)
      && ProximityOperator.equivalent(of: word) == nil
  }

  /// A pattern as typed, with a number for optional characters at its end: `work*2`.
  private static func typed(_ pattern: String) -> String {
    let optional = pattern.reversed().prefix { $0 == "?" }.count
    return optional == 0 ? pattern : "\(pattern.dropLast(optional))*\(optional)"
  }
}
