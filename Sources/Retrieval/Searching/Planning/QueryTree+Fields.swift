import Query

extension QueryTree {
  /// The tree with the operators of `abstract:(a AND b)` moved out of the field.
  ///
  /// An abstract may have several passages, and operators apply to the whole document. Other fields
  /// lie within one passage.
  var dividingAbstracts: QueryTree {
    if case .field(.abstract, let tree) = self { return tree.inAbstract }
    return mapOperands(\.dividingAbstracts)
  }

  private var inAbstract: QueryTree {
    switch self {
    case .any, .and, .or, .not: mapOperands(\.inAbstract)
    case .identifier, .filter: self
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .field: .field(.abstract, self)
    }
  }

  /// The tree with identifiers as words of a text, since a field can only mention them.
  var mentioningIdentifiers: QueryTree {
    if case .identifier(_, let text) = self { return .phrase([text]) }
    return mapOperands(\.mentioningIdentifiers)
  }
}
