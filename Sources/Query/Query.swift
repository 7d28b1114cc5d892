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
  /// Whether the query uses an operator in capitals, a field or a filter, and is therefore either
  /// run exactly as written or refused.
  public var isStructured: Bool
  /// The language it was written in.
  public var syntax: QuerySyntax
  /// Whether the query runs as written, without expansions: a search of another platform, or a line
  /// of a strategy.
  public var isLiteral: Bool

  /// Creates a query.
  public init(
    text: String, tree: QueryTree, filter: Filter = Filter(), notes: [String] = [],
    isStructured: Bool = false, syntax: QuerySyntax = .peerlit, isLiteral: Bool = false
  ) {
    self.text = text
    self.tree = tree
    self.filter = filter
    self.notes = notes
    self.isStructured = isStructured
    self.syntax = syntax
    self.isLiteral = isLiteral
  }
}
