/// Operands: terms, groups and fields, with what follows them.
extension StrategyParser {
  mutating func operand() throws(Malformed) -> StrategyNode {
    guard let lexeme = current else {
      guard let last = lexemes.last else {
        throw Malformed("Nothing to search for", "Add a term.", at: 0)
      }
      throw Malformed(
        "“\(last.text)” without a term after it", "Add the missing term.", at: last.position)
    }
    let start = index
    height = 0
    var node: StrategyNode
    switch lexeme.kind {
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
      try expectOneField(in: operand, inside: fields, at: lexeme.position)
      node = Self.inFields(fields, operand)
    case .typePrefix:
      index += 1
      node = types(try fieldOperand())
    case .datePrefix:
      index += 1
      _ = try fieldOperand()
      node = years(lexemes[start + 1..<index], as: typed(start..<index))
    case .unsupportedPrefix(let name):
      index += 1
      _ = try fieldOperand()
      node = leftOut(typed(start..<index), name)
    case .close, .and, .or, .not, .refine, .near, .suffix, .typeSuffix, .dateSuffix,
      .unsupportedSuffix, .mixedSuffix:
      throw Malformed(
        "“\(lexeme.text)” without a term before it", "Add the missing term.", at: lexeme.position)
    }
    while let suffix = current {
      switch suffix.kind {
      case .suffix(let fields):
        try expectOneField(in: node, inside: fields, at: suffix.position)
        node = Self.inFields(fields, node)
      case .typeSuffix: node = types(node)
      case .dateSuffix: node = years(lexemes[start..<index], as: typed(start..<index + 1))
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
    let position = lexemes[index - 1].position
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
    for place in lexemes.indices[index...] {
      switch lexemes[place].kind {
      case .open: level += 1
      case .close where level == 1:
        guard place + 1 < lexemes.count else { return false }
        let next = lexemes[place + 1].kind
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

  /// Whether a lexeme is a proximity operator.
  private func isProximity(_ place: Int) -> Bool {
    guard lexemes.indices.contains(place), case .near = lexemes[place].kind else { return false }
    return true
  }
}
