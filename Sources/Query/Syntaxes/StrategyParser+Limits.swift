/// Limits to publication types and years.
extension StrategyParser {
  /// Whether the platform finds the types below a type in MeSH by default.
  private var explodesTypes: Bool { syntax == .pubmed }

  /// The publication types that a part names.
  func types(_ node: StrategyNode) -> StrategyNode {
    switch node {
    case .term(let term):
      .publicationType(
        syntax == .scopus
          ? PublicationTypes.name(scopus: term.wildcardText) : term.wildcardText,
        isExploded: explodesTypes)
    case .or(let parts): .or(parts.map { types($0) })
    // Early AND Access: words side by side are one name.
    case .and(let parts): types(.term(.phrase(parts.compactMap(Self.words))))
    default: node
    }
  }

  /// A part whose terms are searched in fields, or are publication types or years: `.ti,pt.`.
  ///
  /// Terms that are not types are not searched as types, because most lists have only a few types.
  mutating func limits(
    _ node: StrategyNode, _ fields: [StrategyField], areTypes: Bool, areYears: Bool, _ typed: String
  ) -> StrategyNode {
    switch node {
    case .and(let parts):
      var limited: [StrategyNode] = []
      for part in parts {
        limited.append(limits(part, fields, areTypes: areTypes, areYears: areYears, typed))
      }
      return .and(limited)
    case .not(let left, let right):
      return .not(
        limits(left, fields, areTypes: areTypes, areYears: areYears, typed),
        limits(right, fields, areTypes: areTypes, areYears: areYears, typed))
    default: break
    }
    var alternatives: [StrategyNode] = []
    var others: [String] = []
    let names = areTypes ? Self.terms(node).map(\.wildcardText) : []
    for name in names {
      if PublicationTypes.isListed(name) {
        alternatives.append(.publicationType(name, isExploded: explodesTypes))
      } else {
        others.append("“\(name)”")
      }
    }
    if !others.isEmpty {
      notes.append(StrategyNote.noTypes(others, areSearched: !fields.isEmpty))
    }
    if areYears {
      if let ranges = StrategyYears.ranges(typed) {
        alternatives.append(StrategyYears.node(ranges, of: typed) { notes.append($0) })
      } else {
        notes.append(StrategyNote.ignored(typed, "date"))
      }
    }
    if !fields.isEmpty { alternatives.append(Self.inFields(fields, node)) }
    if alternatives.isEmpty { return .unsupported(typed) }
    return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
  }

  /// The terms of a part that are alternatives.
  private static func terms(_ node: StrategyNode) -> [QueryTree] {
    switch node {
    case .term(let term): [term]
    case .or(let parts): parts.flatMap(terms)
    default: []
    }
  }

  /// The words of a term; `nil` for anything else.
  private static func words(_ node: StrategyNode) -> String? {
    if case .term(let term) = node { term.plainText } else { nil }
  }

  /// The years that a list states, each after OR: `(2000 OR 2005-2010)`.
  ///
  /// They are read as typed, because terms have lost signs such as the hyphen in `2000-`.
  mutating func years(_ stated: ArraySlice<StrategyLexeme>, as typed: String) -> StrategyNode {
    var ranges: [NumberRange] = []
    for part in stated.split(whereSeparator: { $0.kind == .or }) {
      let text = part.filter { $0.kind != .open && $0.kind != .close }.map(\.text)
        .joined(separator: " ")
      let isOther = part.contains { $0.kind == .and || $0.kind == .not }
      guard !isOther, let range = StrategyYears.range(text) else {
        return leftOut(typed, "date")
      }
      ranges.append(range)
    }
    return StrategyYears.node(StrategyYears.joined(ranges), of: typed) { notes.append($0) }
  }

  /// A part without the documents that meet all operands.
  ///
  /// Scopus binds AND before AND NOT, but limits apply to the whole search, unless they are in
  /// parentheses with what is excluded.
  static func without(_ left: StrategyNode, _ operands: [StrategyNode]) -> StrategyNode {
    let limits = operands.dropFirst().filter(isLimit)
    let excluded = operands.prefix(1) + operands.dropFirst().filter { !isLimit($0) }
    guard !limits.isEmpty, let first = excluded.first else { return .not(left, .and(operands)) }
    return .and([.not(left, excluded.count == 1 ? first : .and(Array(excluded)))] + limits)
  }

  /// Whether some lexemes are one part in parentheses, which only Scopus distinguishes.
  func isGroup(_ part: Range<Int>) -> Bool {
    guard syntax == .scopus, part.count > 2, lexemes[part.lowerBound].kind == .open else {
      return false
    }
    var level = 0
    for index in part {
      switch lexemes[index].kind {
      case .open: level += 1
      case .close: level -= 1
      default: break
      }
      if level == 0 { return index == part.upperBound - 1 }
    }
    return false
  }

  /// Whether a part only limits years, publication types, or things that have no equivalent.
  private static func isLimit(_ node: StrategyNode) -> Bool {
    switch node {
    case .years, .publicationType, .without, .unsupported, .unsupportedLimit: true
    case .or(let parts): parts.allSatisfy(isLimit)
    default: false
    }
  }
}
