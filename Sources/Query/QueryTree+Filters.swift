extension QueryTree {
  /// Whether the tree is a word, a phrase or an identifier that already has a field.
  var isInField: Bool {
    switch self {
    case .field, .identifier(.some, _): true
    case .or(let parts): parts.contains(where: \.isInField)
    default: false
    }
  }

  /// The tree, limited to the documents that pass a filter.
  func limited(by filter: Filter) -> QueryTree {
    if filter.isEmpty { return self }
    return .and([self, Self.filter(filter)].joinedByAnd)
  }
}
