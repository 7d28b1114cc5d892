import Literature
import Query

/// Filters in parts of a query that also let through the documents without a value.
extension QueryPlan {
  /// The plan that also finds the documents which a range of a facet in a part of the query leaves
  /// out because they state no value.
  func acceptingUnstated(_ facet: FacetName) -> QueryPlan {
    var plan = self
    plan.condition = condition?.acceptingUnstated(facet)
    // Most plans have no filters as alternatives.
    guard plan.condition != condition else { return plan }
    for term in plan.scored.indices {
      for member in plan.scored[term].members.indices {
        guard case .filter(let filter) = plan.scored[term].members[member].pattern else { continue }
        plan.scored[term].members[member].pattern = .filter(filter.acceptingUnstated(facet))
      }
    }
    return plan
  }
}

extension DocumentCondition {
  /// The condition that is also met if a document fails a range of a facet only because it states
  /// no value.
  ///
  /// - Parameter isExcluded: whether the condition must not be met; an excluded range leaves no
  ///   document out that states no value.
  fileprivate func acceptingUnstated(
    _ facet: FacetName, isExcluded: Bool = false
  ) -> DocumentCondition {
    switch self {
    case .matches: self
    case .all(let parts):
      .all(parts.map { $0.acceptingUnstated(facet, isExcluded: isExcluded) })
    case .some(let parts):
      .some(parts.map { $0.acceptingUnstated(facet, isExcluded: isExcluded) })
    case .not(let part): .not(part.acceptingUnstated(facet, isExcluded: !isExcluded))
    case .passes(let filter):
      isExcluded ? self : .passes(filter.acceptingUnstated(facet))
    }
  }
}
