/// Joins lexemes into a tree by recursive descent, at most ``deepest`` parentheses deep.
///
///     whole    = beside
///     beside   = { or }                       words beside each other
///     or       = and { "OR" and }
///     and      = unary { "AND" unary }
///     unary    = { "NOT" | "+" | "-" } near
///     near     = atom { "NEAR/n" atom }
///     atom     = word | phrase | prefix | limit | [ field ":" ] "(" beside ")"
struct QueryGrammar {
  /// Maximum depth of nested parentheses.
  static let deepest = 50

  /// The filter terms found so far; they apply to the whole query, wherever they occur.
  private(set) var filter = Filter()
  /// Notes on what was tolerated or ignored.
  private(set) var notes: [String] = []

  private let lexemes: [QueryLexeme]
  private var place = 0
  private var depth = 0
  /// Number of open parentheses that follow a field.
  private var fields = 0

  /// The role of a part within its list.
  private enum Part {
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

  init(_ lexemes: [QueryLexeme]) {
    self.lexemes = lexemes
  }

  /// The tree of all lexemes.
  mutating func whole() throws(Malformed) -> QueryTree {
    let (should, must, not) = try beside()
    if let next = current {
      throw Malformed("Unmatched “)”", at: next.position)
    }
    if should.count == 1, must.isEmpty, not.isEmpty { return should[0] }
    return .any(should: should, must: must, not: not)
  }

  private var current: QueryLexeme? { place < lexemes.count ? lexemes[place] : nil }

  private mutating func take(_ kind: QueryLexeme.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    place += 1
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
    let first = try and()
    guard current?.kind == .or else { return first }
    var parts = [first]
    while take(.or) { parts.append(try and()) }
    let trees = parts.compactMap(\.tree)
    if !trees.isEmpty, trees.count < parts.count {
      notes.append("Filters apply to the whole query; OR next to a filter has no effect.")
    }
    if parts.contains(where: { if case .required = $0 { true } else { false } }) {
      notes.append("“+” next to OR has no effect.")
    }
    guard trees.count > 1 else { return Self.remaining(of: parts) }
    return .wanted(
      .or(trees.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }))
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
    while let kind = current?.kind, kind == .not || kind == .minus || kind == .plus {
      if kind == .plus { isRequired = true } else { isExcluded.toggle() }
      place += 1
    }
    let isLimit = if case .limit = current?.kind { true } else { false }
    if isLimit { return limit(isExcluded: isExcluded) }
    switch try near() {
    case .nothing: return .nothing
    case .wanted(let tree), .required(let tree):
      return isExcluded ? .excluded(tree) : isRequired ? .required(tree) : .wanted(tree)
    case .excluded(let tree):
      return isExcluded ? .wanted(tree) : .excluded(tree)
    }
  }

  private mutating func limit(isExcluded: Bool) -> Part {
    guard case .limit(let limit, let text) = current?.kind else { return .nothing }
    place += 1
    if !filter.add(limit, excluded: isExcluded) {
      notes.append("“\(text)” can't be excluded; give the range you want instead.")
    }
    return .nothing
  }

  private mutating func near() throws(Malformed) -> Part {
    let start = place
    let first = try atom()
    guard case .near = current?.kind else { return first }
    var operands = [try nearOperand(first, from: start)]
    var distances: [Int] = []
    while let next = current, case .near(let distance) = next.kind {
      place += 1
      distances.append(distance)
      let start = place
      operands.append(try nearOperand(atom(), from: start))
    }
    let widest = distances.max() ?? 0
    if distances.contains(where: { $0 != widest }) {
      notes.append("A chain of NEARs uses its largest distance, here \(widest).")
    }
    return .wanted(.near(distance: widest, operands))
  }

  private func nearOperand(_ part: Part, from start: Int) throws(Malformed) -> QueryTree {
    switch part {
    case .wanted(let tree):
      switch tree {
      case .word, .phrase, .prefix: return tree
      default: break
      }
    default: break
    }
    throw Malformed(
      "The NEAR operand", " is not a word or phrase",
      at: lexemes[min(start, lexemes.count - 1)].position)
  }

  private mutating func atom() throws(Malformed) -> Part {
    guard let next = current else { throw unjoined() }
    switch next.kind {
    case .atom(let tree):
      if fields > 0, case .field = tree {
        throw Malformed("Field inside another field", at: next.position)
      }
      place += 1
      return .wanted(tree)
    case .open(let field):
      place += 1
      return try group(field, openedAt: next.position)
    case .limit: return limit(isExcluded: false)
    case .close, .plus, .minus, .not, .and, .or, .near: throw unjoined()
    }
  }

  private mutating func group(_ field: QueryField?, openedAt position: Int) throws(Malformed)
    -> Part
  {
    depth += 1
    if depth > Self.deepest {
      throw Malformed("More than \(Self.deepest) nested parentheses", at: position)
    }
    if field != nil { fields += 1 }
    if fields > 1 { throw Malformed("Field inside another field", at: position) }
    let parts = try beside()
    guard take(.close) else { throw Malformed("Unmatched “(”", at: position) }
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
    let previous = place > 0 ? lexemes[place - 1] : nil
    let candidates = [previous, current].compactMap { $0 }
    let culprit = candidates.first { $0.operatorWord != nil }
    return Malformed(
      "“\(culprit?.operatorWord ?? "")”", " needs a term on both sides",
      at: (culprit ?? candidates.last)?.position ?? 0)
  }
}
