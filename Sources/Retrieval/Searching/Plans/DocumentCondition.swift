import Query

/// The condition that the operators of a query set for a whole document, apart from its score.
///
/// Together with the filter of a search, it is the restriction of the search.
enum DocumentCondition: Equatable {
  /// A passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  indirect case not(DocumentCondition)
  /// The document passes a filter.
  indirect case passes(Filter)
}
