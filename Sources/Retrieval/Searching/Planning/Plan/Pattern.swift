import Query

/// A unit that is looked up in postings.
indirect enum Pattern: Hashable {
  /// A term.
  case term(String)
  /// An abbreviation that was added to the query because of what it means, except in documents that
  /// define it as something else. The meaning is in terms.
  case abbreviation(String, meaning: [String])
  /// Adjacent terms in this order.
  case phrase([String])
  /// Terms in any order with at most `distance` other words between them.
  case near(distance: Int, [String])
  /// Any of these terms, which are those of the words that match a pattern.
  case words(pattern: String, terms: [String])
  /// The documents with an identifier, as typed.
  case identifier(IdentifierField?, String)
  /// The documents that pass a filter, as an alternative to terms.
  case filter(Filter)
  /// A query that restricts the positions or the field of its terms, and the terms to score it by.
  case positional(FieldedQuery, terms: [String])
}
