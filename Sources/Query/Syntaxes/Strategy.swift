/// A search strategy: numbered lines, which may refer to each other.
public struct Strategy: Sendable, Equatable {
  /// A line of a strategy.
  public struct Line: Sendable, Equatable {
    /// Its number.
    public var number: Int
    /// The line as pasted, without its number and count of hits.
    public var text: String
    /// The query that it runs as, including the lines that it refers to.
    public var query: Query
  }

  /// The language of the lines.
  public var syntax: QuerySyntax
  /// Whether the language was detected rather than given.
  public var isRecognised: Bool
  /// The lines, in order.
  public var lines: [Line]
  /// Notes on the whole strategy, one sentence each.
  public var notes: [String]
}
