import Query

/// Which stop words of a tree are searched.
extension QueryPlanner {
  /// A tree in which the operands of AND, OR, NOT, “+” and “-” are used as written: stop words count.
  ///
  /// In a list of words, stop words count only if it has no other words.
  func literal(_ tree: QueryTree) -> QueryTree {
    func operand(_ tree: QueryTree) -> QueryTree {
      if case .word(let word) = tree { return words.isStopWord(word) ? .phrase([word]) : tree }
      guard case .any(let should, let must, let not) = tree, !saysMoreThanStopWords(tree) else {
        return literal(tree)
      }
      return .any(
        should: should.map(operand), must: must.map(operand), not: not.map(operand))
    }
    func optional(_ tree: QueryTree) -> QueryTree {
      if case .word = tree { tree } else { operand(tree) }
    }
    return switch tree {
    case .and(let parts): .and(parts.map(operand))
    case .or(let parts): .or(parts.map(operand))
    case .not(let part): .not(operand(part))
    case .any(let should, let must, let not):
      .any(should: should.map(optional), must: must.map(operand), not: not.map(operand))
    // Names of authors can be stop words: Will.
    case .field(let field, let inner) where field != .author: .field(field, inField(inner))
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .filter, .field: tree
    }
  }

  /// A tree in a field without the stop words beside other words, since no words of a field are left
  /// out later.
  private func inField(_ tree: QueryTree) -> QueryTree {
    guard case .any(let should, let must, let not) = tree else { return tree.mapOperands(inField) }
    let hasOthers = saysMoreThanStopWords(tree)
    let kept = should.filter { part in
      if hasOthers, case .word(let word) = part { !words.isStopWord(word) } else { true }
    }
    return .any(should: kept.map(inField), must: must.map(inField), not: not.map(inField))
  }

  /// Whether a query still has terms to rank by without its stop words.
  func saysMoreThanStopWords(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word(let word): !words.isStopWord(word)
    case .phrase(let words): !words.isEmpty
    case .near, .pre, .prefix, .wildcard, .field, .identifier: true
    case .any(let should, let must, _): (should + must).contains(where: saysMoreThanStopWords)
    case .and(let parts), .or(let parts): parts.contains(where: saysMoreThanStopWords)
    case .not, .filter: false
    }
  }
}
