/// Reads parentheses, and a field before them.
extension QueryGrammar {
  /// The part in parentheses; the first parenthesis was read.
  mutating func group(_ field: QueryField?, openedAt position: Int) throws(Malformed) -> Part {
    depth += 1
    if depth > Self.deepest { throw Malformed.tooManyParentheses(at: position) }
    if field != nil { fields += 1 }
    if fields > 1 { throw Self.nestedField(position) }
    if isStrict, current?.kind == .close {
      throw Malformed("Empty parentheses", "Write a term between them.", at: position)
    }
    let parts = try beside()
    guard take(.close) else { throw Malformed.unmatchedOpening(at: position) }
    depth -= 1
    if field != nil { fields -= 1 }
    let part = Self.part(should: parts.should, must: parts.must, not: parts.not)
    guard let field else { return part }
    return switch part {
    case .nothing: .nothing
    case .wanted(let tree), .required(let tree): .wanted(Self.fielded(tree, field))
    case .excluded(let tree): .excluded(Self.fielded(tree, field))
    }
  }

  private static func fielded(_ tree: QueryTree, _ field: QueryField) -> QueryTree {
    .field(field, field == .author ? tree.withApostrophes : tree)
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
}
