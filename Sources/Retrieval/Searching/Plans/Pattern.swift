import Query

/// A unit that is looked up in postings.
enum Pattern: Hashable {
  /// A term.
  case term(String)
  /// An abbreviation that was added to the query because of its sense, except in documents that
  /// define it in another one. The sense is the terms of the long form.
  case abbreviation(String, sense: [String])
  /// Adjacent terms in this order.
  case phrase([String])
  /// Terms in any order with at most `distance` other words between them.
  case near(distance: Int, [String])
  /// Any of these terms, which are those of the words that match a pattern.
  case words(pattern: String, terms: [String])
  /// The documents with an identifier, as typed.
  case identifier(IdentifierField?, String)
  /// The documents that pass a filter, as an alternative to terms.
  indirect case filter(Filter)
  /// A query that restricts the positions or the field of its terms, and the terms to score it by.
  indirect case positional(FieldedQuery, terms: [String])
}

extension Pattern {
  /// The terms of a phrase, or of a proximity of words; `nil` for others.
  var words: [String]? {
    switch self {
    case .phrase(let terms), .near(_, let terms): terms
    default: nil
    }
  }

  /// Hashes a wildcard by its text, and a positional query by its field, its heading and its scored
  /// terms.
  ///
  /// The text of a wildcard determines its terms. There may be thousands of them, and a query may
  /// repeat the wildcard thousands of times.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .term(let term):
      hasher.combine(0)
      hasher.combine(term)
    case .abbreviation(let term, let sense):
      hasher.combine(1)
      hasher.combine(term)
      hasher.combine(sense)
    case .phrase(let terms):
      hasher.combine(2)
      hasher.combine(terms)
    case .near(let distance, let terms):
      hasher.combine(3)
      hasher.combine(distance)
      hasher.combine(terms)
    case .words(let pattern, _):
      hasher.combine(4)
      hasher.combine(pattern)
    case .identifier(let field, let text):
      hasher.combine(5)
      hasher.combine(field)
      hasher.combine(text)
    case .filter(let filter):
      hasher.combine(6)
      hasher.combine(filter)
    case .positional(let query, let terms):
      hasher.combine(7)
      hasher.combine(query.field)
      hasher.combine(query.heading)
      hasher.combine(terms)
    }
  }
}
