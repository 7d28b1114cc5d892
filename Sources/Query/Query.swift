/// A query that has been read: what is asked, within which limits, and what was forgiven.
public struct Query: Sendable, Equatable {
  /// The text as typed.
  public var text: String
  /// What is asked.
  ///
  /// When it is empty and ``filter`` is not, every document that passes is meant.
  public var tree: QueryTree
  /// The limits that the text itself sets.
  public var filter: Filter
  /// What was forgiven or left out, one sentence each, for people.
  public var notes: [String]

  /// Makes a query.
  public init(
    text: String, tree: QueryTree, filter: Filter = Filter(), notes: [String] = []
  ) {
    self.text = text
    self.tree = tree
    self.filter = filter
    self.notes = notes
  }
}
