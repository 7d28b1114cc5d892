import Query
import Ranking

/// A positional query and the field that it is restricted to; `nil` for the whole passage.
struct FieldedQuery: Hashable {
  var query: PositionalQuery
  var field: QueryField?
  /// The ``HeadingKey`` of a heading that one of the keywords must be as a whole.
  ///
  /// The query is then not matched.
  var heading: String?

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
