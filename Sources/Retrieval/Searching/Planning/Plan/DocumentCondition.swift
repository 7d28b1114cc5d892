import Query

/// A condition on whole documents.
enum DocumentCondition: Equatable {
  /// A passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  indirect case not(DocumentCondition)
  /// The document passes a filter.
  indirect case passes(Filter)
}
