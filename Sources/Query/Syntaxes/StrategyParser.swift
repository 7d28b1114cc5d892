/// Parses the tokens of a line by the rules of its platform, by precedence climbing.
struct StrategyParser {
  private let tokens: [StrategyToken]
  private let rules: SyntaxRules
  let syntax: QuerySyntax
  /// How words side by side are joined where they are a phrase otherwise; `nil` for a phrase.
  private let joiner: BooleanOperator?
  private var index = 0
  private var depth = 0
  /// Number of fields whose operands are being read, each of which is the operand of the one
  /// before.
  private var fields = 0
  /// Number of levels of operators and fields in the part that was read last.
  private var height = 0
  /// Whether the part that was read last is joined by OR without parentheses.
  private var isBareOr = false
  /// Whether words side by side are a name, as in the fields of authors and of subject headings.
  private var hasNames = false
  /// Notes on the parts that have no equivalent, one sentence each.
  var notes: [String] = []

  init(_ tokens: [StrategyToken], syntax: QuerySyntax, joiner: BooleanOperator? = nil) {
    self.tokens = tokens
    self.syntax = syntax
    self.joiner = joiner
    rules = SyntaxRules.of(syntax)
  }

  /// The tree of all tokens.
  mutating func whole() throws(Malformed) -> StrategyNode {
    let node = try expression(0)
    if let next = current { throw Malformed.unmatchedClosing(at: next.position) }
    return node
  }

  private var current: StrategyToken? { index < tokens.count ? tokens[index] : nil }

  // MARK: Operators

  private enum Operator {
    case and, or, not
    case near(distance: Int, isOrdered: Bool)
  }

  /// The operator that comes next, how tightly it binds and how many tokens it has; `nil` at the
  /// end of a group.
  private var nextOperator: (kind: Operator, precedence: Int, length: Int)? {
    guard let token = current else { return nil }
    switch token.kind {
    case .and:
      let isNot = index + 1 < tokens.count && tokens[index + 1].kind == .not
      return isNot ? (.not, rules.not, 2) : (.and, rules.and, 1)
    case .or: return (.or, rules.or, 1)
    case .not: return (.not, rules.not, 1)
    case .refine(let isExcluded): return (isExcluded ? .not : .and, Self.refinement, 1)
    case .near(let distance, let isOrdered):
      return (.near(distance: distance, isOrdered: isOrdered), rules.near, 1)
    case .close: return nil
    // Something else without an operator before it.
    default: return (.and, isAmongWords ? rules.near : rules.and, 0)
    }
  }

  /// The precedence of a refinement, which applies to all before it, and has one operand.
  private static let refinement = 0

  /// Whether the current word continues a list of untagged words, which PubMed reads as one
  /// operand: `heart attack OR stroke`.
  private var isAmongWords: Bool {
    guard syntax == .pubmed, index > 0, case .node(.term) = tokens[index - 1].kind,
      case .node(.term)? = current?.kind
    else { return false }
    return true
  }

  private mutating func expression(_ least: Int) throws(Malformed) -> StrategyNode {
    let start = index
    var left = try operand()
    var height = self.height
    var isBareOr = false
    while let (kind, precedence, length) = nextOperator, precedence >= least {
      let position = current?.position ?? 0
      if length == 0, rules.adjacency == .phrase {
        throw Malformed(
          "Missing operator", "Write AND, OR or NOT before this term.", at: position)
      }
      let place = index
      index += length
      let right = try precedence == Self.refinement ? operand() : expression(precedence + 1)
      if case .near = kind {
        try expectNoConjunction(left, tokens[start..<place])
        try expectNoConjunction(right, tokens[place + length..<index])
        try expectOneField(left, right, at: position)
        if isBareOr || self.isBareOr {
          let (left, right) = (abridged(start..<place), abridged(place + length..<index))
          noteGroups((left, isBareOr), tokens[place].text, (right, self.isBareOr))
        }
      }
      if case .or = kind { isBareOr = true } else { isBareOr = false }
      let isLonger = join(kind, &left, right)
      height = isLonger ? max(height, self.height + 1) : max(height, self.height) + 1
      // Limits after AND NOT are joined to the rest by AND, one level above.
      if case (.not, .and) = (kind, left) { height += 1 }
      try check(height, at: position)
    }
    self.height = height
    self.isBareOr = isBareOr
    return left
  }

  /// Joins a part to the one before it; whether it became one more operand of the same operator.
  private func join(_ kind: Operator, _ left: inout StrategyNode, _ right: StrategyNode) -> Bool {
    switch kind {
    case .and:
      // Without another reference to the operands, the list grows in place.
      if case .and(var operands) = left {
        left = .unsupported("")
        operands += Self.conjuncts(right)
        left = .and(operands)
        return true
      }
      left = .and([left] + Self.conjuncts(right))
    case .or:
      if case .or(var operands) = left {
        left = .unsupported("")
        operands.append(right)
        left = .or(operands)
        return true
      }
      left = .or([left, right])
    case .not:
      if syntax == .scopus, case .and(let operands) = right {
        left = Self.without(left, operands)
      } else if left.isUnsupported {
        // A part without an equivalent limits nothing, so the rest is searched without the right
        // part.
        left = .and([left, .without(right)])
      } else {
        left = .not(left, right)
      }
    case .near(let distance, let isOrdered):
      left = .near(distance: distance, isOrdered: isOrdered, left, right)
    }
    return false
  }

  /// The operands that a part adds to those of AND: of `english.la. not letter.pt.`, an exclusion.
  private static func conjuncts(_ node: StrategyNode) -> [StrategyNode] {
    guard case .and(let parts) = node, parts.count == 2, parts[0].isUnsupported,
      case .without = parts[1]
    else { return [node] }
    return parts
  }

  /// The most levels of operators and fields; deeper trees could overflow the stack.
  static let highest = 500

  private func check(_ height: Int, at position: Int) throws(Malformed) {
    guard height > Self.highest else { return }
    throw Malformed(
      "More than \(Self.highest) nested operators or fields",
      "Divide the search into lines.", at: position)
  }

  // MARK: Operands

  private mutating func operand() throws(Malformed) -> StrategyNode {
    guard let token = current else {
      guard let last = tokens.last else {
        throw Malformed("Nothing to search for", "Add a term.", at: 0)
      }
      throw Malformed(
        "“\(last.text)” without a term after it", "Add the missing term.", at: last.position)
    }
    let start = index
    height = 0
    var node: StrategyNode
    switch token.kind {
    case .open:
      node = try named(isGroupOfNames) { parser throws(Malformed) in try parser.group() }
    case .node(.term):
      node = adjacentTerms()
    case .node(let known):
      index += 1
      node = known
    case .prefix(let fields):
      index += 1
      let areNames = fields == [.author] || fields == [.subject]
      let operand = try named(areNames) { parser throws(Malformed) in
        try parser.fieldOperand()
      }
      try expectOneField(in: operand, inside: fields, at: token.position)
      node = Self.inFields(fields, operand)
    case .typePrefix:
      index += 1
      node = types(try fieldOperand())
    case .datePrefix:
      index += 1
      _ = try fieldOperand()
      node = years(tokens[start + 1..<index], as: typed(start..<index))
    case .unsupportedPrefix(let name):
      index += 1
      _ = try fieldOperand()
      node = leftOut(typed(start..<index), name)
    case .close, .and, .or, .not, .refine, .near, .suffix, .typeSuffix, .dateSuffix,
      .unsupportedSuffix, .mixedSuffix:
      throw Malformed(
        "“\(token.text)” without a term before it", "Add the missing term.", at: token.position)
    }
    while let suffix = current {
      switch suffix.kind {
      case .suffix(let fields):
        try expectOneField(in: node, inside: fields, at: suffix.position)
        node = Self.inFields(fields, node)
      case .typeSuffix: node = types(node)
      case .dateSuffix: node = years(tokens[start..<index], as: typed(start..<index + 1))
      case .mixedSuffix(let fields, let isType, let isDate):
        node = limits(
          node, fields, areTypes: isType, areYears: isDate, typed(start..<index))
      case .unsupportedSuffix(let name):
        let whole = typed(start..<index + 1)
        if Subheadings.isField(name), let words = Subheadings.words(node) {
          node = .subheading(whole, words)
        } else {
          node = leftOut(whole, name)
        }
      default: return node
      }
      index += 1
      height += 1
      try check(height, at: suffix.position)
    }
    return node
  }

  /// The operand of a field before it.
  ///
  /// In Web of Science, a field without parentheses applies up to the next AND, OR or NOT.
  private mutating func fieldOperand() throws(Malformed) -> StrategyNode {
    let position = tokens[index - 1].position
    fields += 1
    if fields > QueryGrammar.deepest {
      throw Malformed(
        "More than \(QueryGrammar.deepest) fields in a row", "Use one field for each term.",
        at: position)
    }
    defer { fields -= 1 }
    guard syntax == .wos, current?.kind != .open else { return try operand() }
    var parts = [try expression(rules.near)]
    var height = self.height
    while case .node? = current?.kind {
      parts.append(try expression(rules.near))
      height = max(height, self.height)
    }
    self.height = height + 1
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Reads a part in which words side by side may be names.
  private mutating func named(
    _ areNames: Bool, _ read: (inout StrategyParser) throws(Malformed) -> StrategyNode
  ) throws(Malformed) -> StrategyNode {
    let outer = hasNames
    hasNames = hasNames || areNames
    defer { hasNames = outer }
    return try read(&self)
  }

  /// Whether a field of names follows the group that begins here.
  private var isGroupOfNames: Bool {
    var level = 0
    for place in tokens.indices[index...] {
      switch tokens[place].kind {
      case .open: level += 1
      case .close where level == 1:
        guard place + 1 < tokens.count else { return false }
        let next = tokens[place + 1].kind
        return next == .suffix([.author]) || next == .suffix([.subject])
      case .close: level -= 1
      default: break
      }
    }
    return false
  }

  /// A part searched in fields; unchanged if the fields are the whole text.
  static func inFields(_ fields: [StrategyField], _ node: StrategyNode) -> StrategyNode {
    fields.contains(.any) ? node : .field(fields, node)
  }

  private mutating func group() throws(Malformed) -> StrategyNode {
    let position = current?.position ?? 0
    depth += 1
    if depth > QueryGrammar.deepest { throw Malformed.tooManyParentheses(at: position) }
    index += 1
    let node = try expression(0)
    guard current?.kind == .close else { throw Malformed.unmatchedOpening(at: position) }
    index += 1
    depth -= 1
    return node
  }

  /// The current term, with the adjacent terms if they form a phrase, or as the search mode joins
  /// them.
  private mutating func adjacentTerms() -> StrategyNode {
    let start = index
    var terms: [QueryTree] = []
    while case .node(.term(let term))? = current?.kind {
      terms.append(term)
      index += 1
      if rules.adjacency == .and, !hasNames { break }
    }
    // An operand of a proximity stays a phrase, because AND can't be in it.
    if let joiner, terms.count > 1, !hasNames, !isProximity(start - 1), !isProximity(index) {
      height = 1
      let parts = terms.map { StrategyNode.term($0) }
      return joiner == .or ? .or(parts) : .and(parts)
    }
    return .term(StrategyTerms.phrase(terms.flatMap { StrategyTerms.leaves($0) }) ?? .nothing)
  }

  /// Whether a token is a proximity operator.
  private func isProximity(_ place: Int) -> Bool {
    guard tokens.indices.contains(place), case .near = tokens[place].kind else { return false }
    return true
  }

  // MARK: What has no equivalent

  mutating func leftOut(_ typed: String, _ name: String) -> StrategyNode {
    notes.append(StrategyNote.ignored(typed, name))
    return .unsupported(typed, kind: name)
  }

  /// Some tokens as typed, without the middle of a long part.
  private func abridged(_ range: Range<Int>) -> String {
    let ends = 6
    guard range.count > 2 * ends else { return typed(range) }
    let first = typed(range.lowerBound..<range.lowerBound + ends)
    return "\(first) … \(typed(range.upperBound - ends..<range.upperBound))"
  }

  /// Some tokens as typed, with one space in place of several.
  private func typed(_ range: Range<Int>) -> String {
    var text = ""
    var end = tokens[range].first?.position ?? 0
    for token in tokens[range] {
      if token.position > end { text += " " }
      text += token.text
      end = token.position + token.text.unicodeScalars.count
    }
    return text
  }
}
