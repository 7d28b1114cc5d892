import Literature

extension Query {
  /// The query in the query language, filters included.
  public var queryText: String {
    [tree.isOrAtTop && !filter.isEmpty ? "(\(tree.queryText))" : tree.queryText, filter.queryText]
      .joinedNonEmpty(separator: " ")
  }
}

extension QueryTree {
  fileprivate var isOrAtTop: Bool { if case .or = self { true } else { false } }
}
