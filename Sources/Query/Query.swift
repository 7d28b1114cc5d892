/// A parsed query: its tree, its filter, and notes.
public struct Query: Sendable, Equatable {
  /// The query as typed.
  public var text: String
  /// The query tree.
  ///
  /// If it is empty and ``filter`` is not, every document that passes the filter matches.
  public var tree: QueryTree
  /// The filter in the query.
  public var filter: Filter
  /// Human-readable notes on what was tolerated or ignored, one sentence each.
  public var notes: [String]

  /// Creates a query.
  public init(
    text: String, tree: QueryTree, filter: Filter = Filter(), notes: [String] = []
  ) {
    self.text = text
    self.tree = tree
    self.filter = filter
    self.notes = notes
  }
}
