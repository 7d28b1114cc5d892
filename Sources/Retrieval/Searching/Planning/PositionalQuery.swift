import Query
import Ranking

/// A part of a query that restricts the positions of its terms in a passage, after analysis.
///
/// Lucene calls such queries span queries. A phrase of one term is the term itself.
indirect enum PositionalQuery: Hashable {
  /// Adjacent terms in this order.
  case phrase([String])
  /// Any of these terms, such as those of the words with one prefix.
  case oneOf([String])
  /// All of these in one field, without shared words: in any order, with at most `distance` other
  /// words from the end of each to the beginning of the last; or in this order, with at most
  /// `distance` words between neighbours.
  case near(distance: Int, isOrdered: Bool, [PositionalQuery])
  /// All of the first and none of the others.
  case all([PositionalQuery], butNot: [PositionalQuery])
  /// At least one of these.
  case some([PositionalQuery])
}

/// A positional query and the field that it is restricted to; `nil` for the whole passage.
struct FieldedQuery: Hashable {
  var query: PositionalQuery
  var field: QueryField?

  /// Whether hits show the field, so that its words can be marked.
  var isShown: Bool {
    switch field {
    case nil, .title, .abstract, .heading: true
    case .author, .keyword, .journal, .publisher: false
    }
  }

  /// The positions of the field.
  var positions: Range<UInt16> {
    switch field {
    case nil: 0..<UInt16.max
    case .title: FieldSpace.positions(of: FieldSpace.title)
    case .author: FieldSpace.positions(of: FieldSpace.authors)
    case .keyword: FieldSpace.positions(of: FieldSpace.keywords)
    case .journal: FieldSpace.positions(of: FieldSpace.journal)
    case .publisher: FieldSpace.positions(of: FieldSpace.publisher)
    // Passages of abstracts are identified by their numbers.
    case .abstract: FieldSpace.positions(of: FieldSpace.body)
    case .heading: FieldSpace.positions(of: FieldSpace.heading)
    }
  }
}
