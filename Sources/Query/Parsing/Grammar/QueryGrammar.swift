/// Parses lexemes into a tree by recursive descent, at most ``deepest`` parentheses deep.
///
///     whole    = beside
///     beside   = { or }                       words side by side
///     or       = and { "OR" and }
///     and      = unary { "AND" unary }
///     unary    = { "NOT" | "+" | "-" } near
///     near     = atom { "NEAR/n" atom } | atom { "PRE/n" atom }
///     atom     = word | phrase | prefix | wildcard | limit | [ field ":" ] "(" beside ")"
struct QueryGrammar {
  /// Maximum depth of nested parentheses.
  static let deepest = 50

  /// The filter terms found so far; they apply to the whole query, wherever they occur.
  var filter = Filter()
  let lexemes: [QueryLexeme]
  let isStrict: Bool
  var index = 0
  var depth = 0
  /// Number of open parentheses that follow a field.
  var fields = 0

  /// The role of a part within its list.
  enum Part {
    /// A filter term or empty parentheses, which add nothing to the tree.
    case nothing
    case wanted(QueryTree)
    case required(QueryTree)
    case excluded(QueryTree)

    /// The part as an operand of AND or OR.
    var tree: QueryTree? {
      switch self {
      case .nothing: nil
      case .wanted(let tree), .required(let tree): tree
      case .excluded(let tree): .not(tree)
      }
    }
  }

  /// Creates a grammar.
  ///
  /// - Parameter isStrict: whether empty parentheses are a mistake.
  init(_ lexemes: [QueryLexeme], isStrict: Bool = false) {
    self.lexemes = lexemes
    self.isStrict = isStrict
  }

  /// The tree of all lexemes.
  mutating func whole() throws(Malformed) -> QueryTree {
    let (should, must, not) = try beside()
    if let next = current { throw Malformed.unmatchedClosing(at: next.position) }
    filter = filter.simplified
    if should.count == 1, must.isEmpty, not.isEmpty { return should[0] }
    return .any(should: should, must: must, not: not)
  }

  var current: QueryLexeme? { index < lexemes.count ? lexemes[index] : nil }

  mutating func take(_ kind: QueryLexeme.Kind) -> Bool {
    guard index < lexemes.count, lexemes[index].kind == kind else { return false }
    index += 1
    return true
  }

  mutating func beside() throws(Malformed) -> (
    should: [QueryTree], must: [QueryTree], not: [QueryTree]
  ) {
    var should: [QueryTree] = []
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    while let next = current, next.kind != .close {
      let start = index
      let part = try or()
      if !should.isEmpty || !must.isEmpty { try expectOperator(before: part, from: start) }
      switch part {
      case .nothing: break
      // Nested lists of optional words flatten.
      case .wanted(.any(let inner, let required, let excluded))
      where required.isEmpty && excluded.isEmpty:
        should += inner
      case .wanted(let tree): should.append(tree)
      case .required(let tree): must.append(tree)
      case .excluded(let tree): not.append(tree)
      }
    }
    return (should, must, not)
  }

  mutating func limit(isExcluded: Bool) throws(Malformed) -> Part {
    guard let lexeme = current, case .limit(let limit, _) = lexeme.kind else {
      return .nothing
    }
    if fields > 0 {
      throw Malformed(
        "A filter inside a field", "Write it before or after the parentheses.",
        at: lexeme.position)
    }
    index += 1
    if filter.add(limit, excluded: isExcluded) {
      try check(filter)
      return .nothing
    }
    // A range is excluded like a group: documents without a number stay.
    var excluded = Filter()
    _ = excluded.add(limit)
    return .excluded(.filter(excluded))
  }

  mutating func atom() throws(Malformed) -> Part {
    guard let next = current else { throw unjoined() }
    switch next.kind {
    case .atom(let tree):
      if fields > 0, tree.isInField { throw Self.nestedField(next.position) }
      index += 1
      return .wanted(tree)
    case .open(let field):
      index += 1
      return try group(field, openedAt: next.position)
    case .limit: return try limit(isExcluded: false)
    case .close, .plus, .minus, .plusGroup, .minusGroup, .not, .and, .or, .near, .pre:
      throw unjoined()
    }
  }

  /// The error for an operator without an operand, here or just before.
  private func unjoined() -> Malformed {
    let previous = index > 0 ? lexemes[index - 1] : nil
    let candidates = [previous, current].compactMap { $0 }
    let culprit = candidates.first { $0.operatorWord != nil }
    guard let word = culprit?.operatorWord else {
      return Malformed(
        "Missing term", "Add a word or a phrase.", at: candidates.last?.position ?? 0)
    }
    return Malformed(
      "“\(word)” without a term on both sides",
      "Add the missing term, or write “\(word.lowercased())” to search for the word.",
      at: culprit?.position ?? 0)
  }

  static func nestedField(_ position: Int) -> Malformed {
    Malformed("Field inside another field", "Use one field at a time.", at: position)
  }
}
