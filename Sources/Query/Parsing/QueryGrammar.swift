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
  private(set) var filter = Filter()
  let lexemes: [QueryLexeme]
  private let isStrict: Bool
  var index = 0
  private var depth = 0
  /// Number of open parentheses that follow a field.
  private var fields = 0

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
    if let next = current {
      throw Malformed("Unmatched “)”", "Remove it, or add “(” before it.", at: next.position)
    }
    if should.count == 1, must.isEmpty, not.isEmpty { return should[0] }
    return .any(should: should, must: must, not: not)
  }

  var current: QueryLexeme? { index < lexemes.count ? lexemes[index] : nil }

  private mutating func take(_ kind: QueryLexeme.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    index += 1
    return true
  }

  private mutating func beside() throws(Malformed) -> (
    should: [QueryTree], must: [QueryTree], not: [QueryTree]
  ) {
    var should: [QueryTree] = []
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    while let next = current, next.kind != .close {
      switch try or() {
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

  private mutating func or() throws(Malformed) -> Part {
    var starts = [index]
    let first = try and()
    guard current?.kind == .or else { return first }
    var parts = [first]
    while take(.or) {
      starts.append(index)
      parts.append(try and())
    }
    try checkFilters(from: starts)
    for (part, start) in zip(parts, starts) {
      if case .required = part {
        throw Malformed(
          "“+” next to OR", "Leave out the “+”, or use AND.", at: lexemes[start].position)
      }
      if part.tree?.isOnlyNegative == true {
        throw Malformed(
          "OR with an excluded term", "Use AND NOT, or NOT alone.", at: lexemes[start].position)
      }
    }
    let trees = parts.compactMap(\.tree)
    guard trees.count > 1 else { return Self.remaining(of: parts) }
    return .wanted(
      .or(trees.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }))
  }

  /// Refuses filters as operands of OR, except alternatives of one facet: a filter applies to the
  /// whole query, so it can't be an alternative to anything else.
  private func checkFilters(from starts: [Int]) throws(Malformed) {
    let operands = lexemes[(starts.first ?? index)..<index]
    let filters = operands.filter { if case .limit = $0.kind { true } else { false } }
    guard let first = filters.first else { return }
    let facets = Set(
      filters.compactMap { if case .limit(let value, _) = $0.kind { value.facet } else { nil } })
    let isAlternatives =
      facets.count == 1
      && operands.allSatisfy {
        switch $0.kind {
        case .limit, .or, .open(nil), .close: true
        default: false
        }
      }
    if isAlternatives { return }
    throw Malformed(
      "A filter next to OR",
      "A filter applies to the whole query: write it before or after the parentheses.",
      at: first.position)
  }

  private mutating func and() throws(Malformed) -> Part {
    let first = try unary()
    guard current?.kind == .and else { return first }
    var parts = [first]
    while take(.and) { parts.append(try unary()) }
    let trees = parts.compactMap(\.tree)
    guard trees.count > 1 else { return Self.remaining(of: parts) }
    return .wanted(
      .and(trees.flatMap { if case .and(let inner) = $0 { inner } else { [$0] } }))
  }

  /// The first part that adds something to the tree, if any.
  private static func remaining(of parts: [Part]) -> Part {
    parts.first { $0.tree != nil } ?? .nothing
  }

  private mutating func unary() throws(Malformed) -> Part {
    var isExcluded = false
    var isRequired = false
    while let kind = current?.kind {
      if kind == .plus || kind == .plusGroup {
        isRequired = true
      } else if kind == .not || kind == .minus || kind == .minusGroup {
        isExcluded.toggle()
      } else {
        break
      }
      index += 1
    }
    let isLimit = if case .limit = current?.kind { true } else { false }
    if isLimit { return try limit(isExcluded: isExcluded) }
    let start = index
    let part = try near()
    if isExcluded { try expectNoFilter(from: start) }
    switch part {
    case .nothing: return .nothing
    case .wanted(let tree), .required(let tree):
      return isExcluded ? .excluded(tree) : isRequired ? .required(tree) : .wanted(tree)
    case .excluded(let tree):
      return isExcluded ? .wanted(tree) : .excluded(tree)
    }
  }

  /// Refuses a filter inside an excluded group.
  private func expectNoFilter(from start: Int) throws(Malformed) {
    for lexeme in lexemes[start..<index] {
      guard case .limit(_, let text) = lexeme.kind else { continue }
      throw Malformed(
        "A filter in an excluded group", "Write NOT \(text) without parentheses.",
        at: lexeme.position)
    }
  }

  private mutating func limit(isExcluded: Bool) throws(Malformed) -> Part {
    guard let lexeme = current, case .limit(let limit, let text) = lexeme.kind else {
      return .nothing
    }
    index += 1
    guard filter.add(limit, excluded: isExcluded) else {
      throw Malformed(
        "“\(text)” can't be excluded", "Use the range that you want instead.",
        at: lexeme.position)
    }
    return .nothing
  }

  mutating func atom() throws(Malformed) -> Part {
    guard let next = current else { throw unjoined() }
    switch next.kind {
    case .atom(let tree):
      if fields > 0, case .field = tree {
        throw Self.nestedField(next.position)
      }
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

  private mutating func group(_ field: QueryField?, openedAt position: Int) throws(Malformed)
    -> Part
  {
    depth += 1
    if depth > Self.deepest {
      throw Malformed(
        "More than \(Self.deepest) nested parentheses", "Use fewer.", at: position)
    }
    if field != nil { fields += 1 }
    if fields > 1 { throw Self.nestedField(position) }
    if isStrict, current?.kind == .close {
      throw Malformed("Empty parentheses", "Write a term between them.", at: position)
    }
    let parts = try beside()
    guard take(.close) else {
      throw Malformed("Unmatched “(”", "Add “)” where the group ends.", at: position)
    }
    depth -= 1
    if field != nil { fields -= 1 }
    let part = Self.part(should: parts.should, must: parts.must, not: parts.not)
    guard let field else { return part }
    return switch part {
    case .nothing: .nothing
    case .wanted(let tree), .required(let tree): .wanted(.field(field, tree))
    case .excluded(let tree): .excluded(.field(field, tree))
    }
  }

  /// The role of a parenthesised list within the list around it, in its simplest equivalent form.
  private static func part(should: [QueryTree], must: [QueryTree], not: [QueryTree]) -> Part {
    switch (should.count, must.count, not.count) {
    case (0, 0, 0): .nothing
    case (0, 0, 1): .excluded(not[0])
    case (0, 0, _): .excluded(.or(not))
    case (1, 0, 0): .wanted(should[0])
    case (0, 1, 0): .wanted(must[0])
    case (0, _, _): .wanted(.and(must + not.map { .not($0) }))
    default: .wanted(.any(should: should, must: must, not: not))
    }
  }

  /// The error for an operator without an operand, here or just before.
  private func unjoined() -> Malformed {
    let previous = index > 0 ? lexemes[index - 1] : nil
    let candidates = [previous, current].compactMap { $0 }
    let culprit = candidates.first { $0.operatorWord != nil }
    guard let word = culprit?.operatorWord else {
      return Malformed(
        "A term is missing", "Add a word or a phrase.", at: candidates.last?.position ?? 0)
    }
    return Malformed(
      "“\(word)” without a term on both sides",
      "Add the missing term, or write “\(word.lowercased())” to search for the word.",
      at: culprit?.position ?? 0)
  }

  private static func nestedField(_ position: Int) -> Malformed {
    Malformed("Field inside another field", "Use one field at a time.", at: position)
  }
}
