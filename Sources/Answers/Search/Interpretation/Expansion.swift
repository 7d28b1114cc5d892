/// Words that were added to a query word.
public struct Expansion: Codable, Sendable, Equatable {
  /// The query word, folded.
  public var term: String
  /// The words that were added to it.
  public var added: [String]
  /// The reason why they were added.
  public var why: ExpansionReason

  /// Creates an expansion.
  public init(term: String, added: [String], why: ExpansionReason) {
    self.term = term
    self.added = added
    self.why = why
  }
}
