import Query

/// A condition on whole documents.
indirect enum DocumentCondition: Equatable {
  /// A passage of the document matches one of these.
  case matches([Pattern])
  case all([DocumentCondition])
  case some([DocumentCondition])
  case not(DocumentCondition)
  /// The document passes a filter.
  case passes(Filter)
}
