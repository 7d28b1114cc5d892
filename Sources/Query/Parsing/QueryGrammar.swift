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

  /// An operand of AND or OR, with the filters in it.
  private struct Operand {
    var part: Part
    var filter: Filter
    /// The index of its first lexeme.
    var start: Int

    var isOnlyFilter: Bool { part.tree == nil && !filter.isEmpty }
  }

  /// Reads a part, and keeps its filters separate from those of the whole query.
  private mutating func separately(
    _ read: (inout QueryGrammar) throws(Malformed) -> Part
  ) throws(Malformed) -> Operand {
    let start = index
    let outer = filter
    filter = Filter()
    let part = try read(&self)
    defer { filter = outer }
    return Operand(part: part, filter: filter, start: start)
  }

  private mutating func or() throws(Malformed) -> Part {
    var operands = [try separately { grammar throws(Malformed) in try grammar.and() }]
    guard current?.kind == .or else {
      filter.merge(operands[0].filter)
      return operands[0].part
    }
    while take(.or) {
      operands.append(try separately { grammar throws(Malformed) in try grammar.and() })
    }
    if operands.allSatisfy(\.isOnlyFilter) {
      guard isListOfValues(from: operands[0].start) else {
        throw filterAlone(from: operands[0].start)
      }
      for operand in operands { filter.merge(operand.filter) }
      return .nothing
    }
    for operand in operands {
      let position = lexemes[operand.start].position
      if case .required = operand.part {
        throw Malformed("“+” next to OR", "Leave out the “+”, or use AND.", at: position)
      }
      if operand.part.tree?.isOnlyNegative == true {
        throw Malformed("OR with an excluded term", "Use AND NOT, or NOT alone.", at: position)
      }
    }
    let trees = operands.compactMap { operand in
      operand.part.tree.map { $0.limited(by: operand.filter) }
        ?? (operand.filter.isEmpty ? nil : .filter(operand.filter))
    }
    guard trees.count > 1 else { return Self.remaining(of: operands.map(\.part)) }
    return .wanted(
      .or(trees.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }))
  }

  /// Whether the lexemes since an index are only alternatives of one filter.
  private func isListOfValues(from start: Int) -> Bool {
    let operands = lexemes[start..<index]
    let facets = Set(
      operands.compactMap { if case .limit(let value, _) = $0.kind { value.facet } else { nil } })
    return facets.count == 1
      && operands.allSatisfy {
        switch $0.kind {
        case .limit, .or, .open(nil), .close: true
        default: false
        }
      }
  }

  /// The error for alternatives that are only filters, but not values of one facet.
  ///
  /// Beside words, as in `a (method:cohort OR setting:prison)`, they would look like a filter of the
  /// whole query, but add documents without the words.
  private func filterAlone(from start: Int) -> Malformed {
    let first = lexemes[start..<index].first { if case .limit = $0.kind { true } else { false } }
    return Malformed(
      "Filters of several facets next to OR",
      "Combine each with a term, as in (a AND method:cohort) OR (a AND setting:prison).",
      at: first?.position ?? 0)
  }

  private mutating func and() throws(Malformed) -> Part {
    var operands = [try separately { grammar throws(Malformed) in try grammar.unary() }]
    while take(.and) {
      operands.append(try separately { grammar throws(Malformed) in try grammar.unary() })
    }
    var both = Filter()
    for operand in operands { both.narrow(by: operand.filter) }
    filter.merge(both)
    let parts = operands.map(\.part)
    if parts.count == 1 { return parts[0] }
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
    let operand = try separately { grammar throws(Malformed) in try grammar.near() }
    if isExcluded, !operand.filter.isEmpty {
      // A filter in an excluded group applies only there.
      let tree = operand.part.tree.map { $0.limited(by: operand.filter) }
      return .excluded(tree ?? .filter(operand.filter))
    }
    filter.merge(operand.filter)
    switch operand.part {
    case .nothing: return .nothing
    case .wanted(let tree), .required(let tree):
      return isExcluded ? .excluded(tree) : isRequired ? .required(tree) : .wanted(tree)
    case .excluded(let tree):
      return isExcluded ? .wanted(tree) : .excluded(tree)
    }
  }

  private mutating func limit(isExcluded: Bool) throws(Malformed) -> Part {
    guard let lexeme = current, case .limit(let limit, let text) = lexeme.kind else {
      return .nothing
    }
    if fields > 0 {
      throw Malformed(
        "A filter inside a field", "Write it before or after the parentheses.",
        at: lexeme.position)
    }
    index += 1
    guard filter.add(limit, excluded: isExcluded) else {
      throw Malformed(
        "Exclusion of “\(text)”", "Use the range that you want instead.",
        at: lexeme.position)
    }
    return .nothing
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
        "Missing term", "Add a word or a phrase.", at: candidates.last?.position ?? 0)
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
