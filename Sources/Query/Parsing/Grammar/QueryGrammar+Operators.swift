/// Reads AND, OR, NOT, “+” and “-”.
extension QueryGrammar {
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

  mutating func or() throws(Malformed) -> Part {
    var operands = [try separately { grammar throws(Malformed) in try grammar.and() }]
    guard current?.kind == .or else {
      try merge(operands[0].filter)
      return operands[0].part
    }
    while take(.or) {
      operands.append(try separately { grammar throws(Malformed) in try grammar.and() })
    }
    if operands.allSatisfy(\.isOnlyFilter) {
      guard isListOfValues(from: operands[0].start) else {
        throw filterAlone(from: operands[0].start)
      }
      for operand in operands { try merge(operand.filter) }
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
    let trees = operands.compactMap { operand -> QueryTree? in
      let limit = operand.filter.simplified
      return operand.part.tree.map { $0.limited(by: limit) }
        ?? (limit.isEmpty ? nil : .filter(limit))
    }
    guard trees.count > 1 else { return Self.remaining(of: operands.map(\.part)) }
    return .wanted(.or(trees.joinedByOr))
  }

  /// Adds the filter of a part.
  private mutating func merge(_ other: Filter) throws(Malformed) {
    if other.isEmpty { return }
    filter.merge(other)
    try check(filter)
  }

  /// Refuses a filter of very many conditions that must all be met, or of very many ranges.
  ///
  /// Each is compared with all others.
  func check(_ filter: Filter) throws(Malformed) {
    let hasTooManyLevels = filter.levels > Filter.mostLevels
    guard hasTooManyLevels || filter.hasTooManyRanges else { return }
    let position = lexemes[max(0, min(index, lexemes.count) - 1)].position
    if hasTooManyLevels {
      throw Malformed(
        "More than \(Filter.mostLevels) filters joined by AND", "Use fewer filters.", at: position)
    }
    throw Malformed.tooManyRanges(at: position)
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
  /// Beside words, as in `a (method:cohort OR setting:prison)`, they would look like a filter of
  /// the whole query, but add documents without the words.
  private func filterAlone(from start: Int) -> Malformed {
    let operands = lexemes[start..<index]
    if let sign = operands.first(where: { [.not, .minus, .minusGroup].contains($0.kind) }) {
      return Malformed(
        "Excluded filters next to OR", "Combine one of them with a term.", at: sign.position)
    }
    let first = operands.first { if case .limit = $0.kind { true } else { false } }
    return Malformed(
      "Filters of several facets next to OR",
      "Combine each with a term, as in (a AND method:cohort) OR (a AND setting:prison).",
      at: first?.position ?? 0)
  }

  private mutating func and() throws(Malformed) -> Part {
    var operands = [try separately { grammar throws(Malformed) in try grammar.unary() }]
    if current?.kind == .and { operands.reserveCapacity(4) }
    while take(.and) {
      operands.append(try separately { grammar throws(Malformed) in try grammar.unary() })
    }
    var both = Filter()
    for operand in operands where !operand.filter.isEmpty {
      both.narrow(by: operand.filter)
      try check(both)
    }
    try merge(both)
    let parts = operands.map(\.part)
    if parts.count == 1 { return parts[0] }
    let trees = parts.compactMap(\.tree)
    guard trees.count > 1 else { return Self.remaining(of: parts) }
    return .wanted(.and(trees.joinedByAnd))
  }

  /// Refuses a part that begins with an exclusion or a filter, is joined to others by AND, and has
  /// terms before it.
  ///
  /// AND would not apply to these terms: `hiv NOT nurses AND online` would find any document about
  /// HIV.
  func expectOperator(before part: Part, from start: Int) throws(Malformed) {
    guard case .wanted(let tree) = part,
      let first = lexemes[start..<index].firstIndex(where: {
        ![.not, .minus, .minusGroup].contains($0.kind)
      })
    else { return }
    let isFilter = if case .limit = lexemes[first].kind { true } else { false }
    var isExcluded = false
    switch tree {
    case .or: return
    case .and(let parts):
      if first > start, case .not? = parts.first { isExcluded = true }
    default: break
    }
    guard isFilter || isExcluded else { return }
    throw Malformed(
      "AND after \(isFilter ? "a filter" : "an excluded term"), but not before it",
      isFilter ? "Write AND before it." : "Write AND NOT.", at: lexemes[start].position)
  }

  /// The first part that adds something to the tree, if any.
  private static func remaining(of parts: [Part]) -> Part {
    parts.first { $0.tree != nil } ?? .nothing
  }

  private mutating func unary() throws(Malformed) -> Part {
    var isExcluded = false
    var isRequired = false
    signs: while index < lexemes.count {
      switch lexemes[index].kind {
      case .plus, .plusGroup: isRequired = true
      case .not, .minus, .minusGroup: isExcluded.toggle()
      default: break signs
      }
      index += 1
    }
    let isLimit = if case .limit = current?.kind { true } else { false }
    if isLimit { return try limit(isExcluded: isExcluded) }
    let operand = try separately { grammar throws(Malformed) in try grammar.near() }
    if isExcluded, !operand.filter.isEmpty {
      let limit = operand.filter.simplified
      // `NOT (method:review)` is `-method:review`. `NOT (-method:review)` is `method:review`, which
      // must be met beside other values of the facet, not instead of one of them.
      if operand.part.tree == nil, let negated = limit.negated {
        filter.require(negated)
        return .nothing
      }
      // A filter in an excluded group applies only there.
      let tree = operand.part.tree.map { $0.limited(by: limit) }
      return .excluded(tree ?? .filter(limit))
    }
    try merge(operand.filter)
    switch operand.part {
    case .nothing: return .nothing
    case .wanted(let tree), .required(let tree):
      return isExcluded ? .excluded(tree) : isRequired ? .required(tree) : .wanted(tree)
    case .excluded(let tree):
      return isExcluded ? .wanted(tree) : .excluded(tree)
    }
  }
}
