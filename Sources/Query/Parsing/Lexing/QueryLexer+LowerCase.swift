import Literature

/// Finds “and”, “or” and “not” in lower case, which are read as words, in a query that was probably
/// written for a database where they are operators: `(peer or lay) and (support or work)`.
extension QueryLexer {
  /// The note; `nil` if “and”, “or” and “not” may be words of plain text.
  ///
  /// They are probably operators between two groups, phrases or words with a wildcard, in a group
  /// that an operator joins to something, or in a group with a field.
  var noteOnLowerCase: String? {
    var names: [String] = []
    var depth = 0
    var (joinsTerms, isInGroup, joinsGroup) = (false, false, false)
    for (index, lexeme) in lexemes.enumerated() {
      switch lexeme.kind {
      case .open(let field):
        depth += 1
        joinsGroup = joinsGroup || field != nil
      case .close: depth -= 1
      default: break
      }
      guard index > 0, index + 1 < lexemes.count else { continue }
      let (left, right) = (lexemes[index - 1].kind, lexemes[index + 1].kind)
      let name = Self.lowerCaseOperator(lexeme.kind)
      if name != nil || lexeme.operatorWord != nil {
        joinsGroup = joinsGroup || left == .close || Self.isOpen(right)
      }
      guard let name else { continue }
      isInGroup = isInGroup || depth > 0
      joinsTerms =
        joinsTerms
        || (left == .close || Self.isComplex(left))
          && (Self.isOpen(right) || Self.isComplex(right))
      if !names.contains(name) { names.append(name) }
    }
    guard joinsTerms || isInGroup && joinsGroup else { return nil }
    let words = names.map { "“\($0)”" }.inWords
    let verb = names.count == 1 ? "is read as a word" : "are read as words"
    let capitals = names.map { $0.uppercased() }.joined(separator: ", ")
    return "\(words) \(verb). Write operators in capitals: \(capitals)."
  }

  /// The operator that a word would be in capitals.
  private static func lowerCaseOperator(_ kind: QueryLexeme.Kind) -> String? {
    guard case .atom(.word(let word)) = kind else { return nil }
    return BooleanOperator(word)?.rawValue
  }

  private static func isOpen(_ kind: QueryLexeme.Kind) -> Bool {
    if case .open = kind { true } else { false }
  }

  /// Whether a term is more than a word: a phrase, or a word with a wildcard.
  private static func isComplex(_ kind: QueryLexeme.Kind) -> Bool {
    switch kind {
    case .atom(.phrase), .atom(.prefix), .atom(.wildcard), .atom(.pre): true
    default: false
    }
  }
}
