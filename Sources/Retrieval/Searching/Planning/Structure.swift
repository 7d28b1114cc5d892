import Query
import Ranking

/// A part of a query that positions decide: where in a passage its terms stand, and in which field.
///
/// The words of the query's tree, analysed. A phrase of one term is that term.
indirect enum Structure: Hashable {
  /// Terms side by side in this order.
  case phrase([String])
  /// Any of these terms: those of the words that begin alike.
  case oneOf([String])
  /// All of these, each a phrase or alternatives, in any order in one field, with at most
  /// `distance` terms from the end of each to the beginning of the last.
  case near(distance: Int, [Structure])
  /// All of some, and none of others.
  case all([Structure], butNot: [Structure])
  /// One or more.
  case some([Structure])
}

/// A structure and the field that it is looked for in; the whole passage when there is none.
struct PlacedStructure: Hashable {
  var structure: Structure
  var field: QueryField?

  /// Positions that count.
  var positions: Range<UInt16> {
    switch field {
    case nil: 0..<UInt16.max
    case .title: FieldSpace.title..<FieldSpace.title + FieldSpace.size
    case .author: FieldSpace.authors..<FieldSpace.authors + FieldSpace.size
    }
  }
}
