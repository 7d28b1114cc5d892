/// The reason why words were added to a query.
public enum ExpansionReason: String, Codable, Sendable {
  /// The forms mean the same by the table `synonyms.tsv` or a user's file.
  case synonym
  /// One form abbreviates the other in documents of the index.
  case abbreviation
  /// The words differ only by endings (*theory*, *theoretical*), and occur in the same documents.
  case wordFamily = "word family"
  /// The documents that match best share the terms.
  case feedback = "relevance feedback"
}

extension ExpansionReason: CustomStringConvertible {
  /// The reason as text, as in JSON.
  public var description: String { rawValue }
}
