import Query
import Ranking

/// A positional query and the field that it is restricted to; `nil` for the whole passage.
struct FieldedQuery: Hashable {
  var query: PositionalQuery
  var field: QueryField?
  /// The keys (``HeadingKey``) of a heading that one of the keywords must be as a whole.
  ///
  /// The query is then not matched.
  var heading: [String]?

  /// Whether hits show the field, so that its words can be marked.
  var isShown: Bool {
    switch field {
    case nil, .title, .abstract, .heading: true
    case .author, .keyword, .journal, .publisher: false
    }
  }

  /// The fields of a passage that the query searches.
  var fields: FieldSet { field.map(Self.fields(of:)) ?? .all }

  /// The fields of a passage that a field of the query language contains.
  static func fields(of field: QueryField) -> FieldSet {
    switch field {
    case .title: FieldSet([FieldSpace.title])
    case .author: FieldSet([FieldSpace.authors])
    case .keyword: FieldSet([FieldSpace.keywords])
    case .journal: FieldSet([FieldSpace.journal])
    case .publisher: FieldSet([FieldSpace.publisher])
    // Passages of abstracts are identified by their numbers. Their headings are the labels of a
    // structured abstract, also those that are back matter, such as “Funding”.
    case .abstract: FieldSet([FieldSpace.body, FieldSpace.backMatter, FieldSpace.heading])
    case .heading: FieldSet([FieldSpace.heading])
    }
  }
}
