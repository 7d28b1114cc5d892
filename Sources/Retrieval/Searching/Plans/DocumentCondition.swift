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

extension DocumentCondition {
  /// The condition with the opposite answer about documents that state no value for its ranges.
  var withOppositeUnknowns: DocumentCondition {
    switch self {
    case .matches: return self
    case .all(let parts): return .all(parts.map(\.withOppositeUnknowns))
    case .some(let parts): return .some(parts.map(\.withOppositeUnknowns))
    case .not(let part): return .not(part.withOppositeUnknowns)
    case .passes(var filter):
      filter.includeUnknown.toggle()
      return .passes(filter)
    }
  }
}
