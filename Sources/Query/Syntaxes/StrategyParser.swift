/// Parses the lexemes of a line by the rules of its platform, by precedence climbing.
struct StrategyParser {
  let lexemes: [StrategyLexeme]
  let rules: SyntaxRules
  let syntax: QuerySyntax
  /// How words side by side are joined where they are a phrase otherwise; `nil` for a phrase.
  let joiner: BooleanOperator?
  var index = 0
  var depth = 0
  /// The number of nested fields whose operands are being read.
  var fields = 0
  /// Number of levels of operators and fields in the part that was read last.
  var height = 0
  /// Whether the part that was read last is joined by OR without parentheses.
  private var isBareOr = false
  /// Whether words side by side are a name, as in the fields of authors and of subject headings.
  var hasNames = false
  /// Notes on the parts that have no equivalent, one sentence each.
  var notes: [String] = []

  init(_ lexemes: [StrategyLexeme], syntax: QuerySyntax, joiner: BooleanOperator? = nil) {
    self.lexemes = lexemes
    self.syntax = syntax
    self.joiner = joiner
    rules = SyntaxRules.of(syntax)
  }

  /// The tree of all lexemes.
  mutating func whole() throws(Malformed) -> StrategyNode {
    let node = try expression(0)
    if let next = current { throw Malformed.unmatchedClosing(at: next.position) }
    return node
  }

  var current: StrategyLexeme? { index < lexemes.count ? lexemes[index] : nil }

  // MARK: Operators

  private enum Operator {
    case and, or, not
    case near(distance: Int, isOrdered: Bool)
  }

  /// The operator that comes next, how tightly it binds and how many lexemes it has; `nil` at the
  /// end of a group.
  private var nextOperator: (kind: Operator, precedence: Int, length: Int)? {
    guard let lexeme = current else { return nil }
    switch lexeme.kind {
    case .and:
      let isNot = index + 1 < lexemes.count && lexemes[index + 1].kind == .not
      return isNot ? (.not, rules.not, 2) : (.and, rules.and, 1)
    case .or: return (.or, rules.or, 1)
    case .not: return (.not, rules.not, 1)
    case .refine(let isExcluded): return (isExcluded ? .not : .and, Self.refinement, 1)
    case .near(let distance, let isOrdered):
      return (.near(distance: distance, isOrdered: isOrdered), rules.near, 1)
    case .close: return nil
    // An operand without an operator before it.
    default: return (.and, isAmongWords ? rules.near : rules.and, 0)
    }
  }

  /// The precedence of a refinement, which applies to all before it, and has one operand.
  private static let refinement = 0

  /// Whether the current word continues a list of untagged words, which PubMed reads as one
  /// operand: `heart attack OR stroke`.
  private var isAmongWords: Bool {
    guard syntax == .pubmed, index > 0, case .node(.term) = lexemes[index - 1].kind,
      case .node(.term)? = current?.kind
    else { return false }
    return true
  }

  mutating func expression(_ least: Int) throws(Malformed) -> StrategyNode {
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
        try expectNoConjunction(left, lexemes[start..<place])
        try expectNoConjunction(right, lexemes[place + length..<index])
        try expectOneField(left, right, at: position)
        if isBareOr || self.isBareOr {
          let (left, right) = (abridged(start..<place), abridged(place + length..<index))
          noteGroups((left, isBareOr), lexemes[place].text, (right, self.isBareOr))
        }
      }
      if case .or = kind { isBareOr = true } else { isBareOr = false }
      let isGroup = isGroup(place + length..<index)
      let isLonger = join(kind, &left, right, isGroup: isGroup)
      height = isLonger ? max(height, self.height + 1) : max(height, self.height) + 1
      // Limits after AND NOT are joined to the rest by AND, one level above.
      if case (.not, .and) = (kind, left) { height += 1 }
      try check(height, at: position)
    }
    self.height = height
    self.isBareOr = isBareOr
    return left
  }

  /// Joins a part to the one before it; returns whether it became one more operand of the same
  /// operator.
  ///
  /// - Parameter isGroup: whether the part is in parentheses.
  private func join(
    _ kind: Operator, _ left: inout StrategyNode, _ right: StrategyNode, isGroup: Bool
  ) -> Bool {
    switch kind {
    case .and:
      // The tree gives up its operands, so that the list has one reference and grows in place.
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
      if syntax == .scopus, !isGroup, case .and(let operands) = right {
        left = Self.without(left, operands)
      } else if left.isUnsupported {
        // The part on the left has no equivalent and limits nothing, so only the exclusion is left.
        left = .and([left, .without(right)])
      } else {
        left = .not(left, right)
      }
    case .near(let distance, let isOrdered):
      left = .near(distance: distance, isOrdered: isOrdered, left, right)
    }
    return false
  }

  /// The operands that a part adds to those of AND.
  ///
  /// For `english.la. not letter.pt.`, this is an exclusion.
  private static func conjuncts(_ node: StrategyNode) -> [StrategyNode] {
    guard case .and(let parts) = node, parts.count == 2, parts[0].isUnsupported,
      case .without = parts[1]
    else { return [node] }
    return parts
  }

  func check(_ height: Int, at position: Int) throws(Malformed) {
    guard height > StrategyNode.highest else { return }
    throw Malformed(
      "More than \(StrategyNode.highest) nested operators or fields",
      "Divide the search into lines.", at: position)
  }
}
