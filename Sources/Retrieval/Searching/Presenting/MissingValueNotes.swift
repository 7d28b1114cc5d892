import Answers
import Literature
import Query

/// Reports how many documents a range excludes only because they state no number, to explain a
/// short or empty result list.
struct MissingValueNotes {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  func notes(_ prepared: PreparedSearch) throws -> [SearchNote] {
    guard !prepared.filter.includeUnknown else { return [] }
    return try FacetDefinition.filters.filter { $0.kind != .codes }.compactMap { facet in
      let count = try leftOut(prepared, facet.name)
      return count > 0 ? .unstated(facet.name, documents: count) : nil
    }
  }

  /// The number of documents that match everything except the ranges of a facet for which they have
  /// no value, wherever in the query these ranges are.
  private func leftOut(_ prepared: PreparedSearch, _ facet: FacetName) throws -> Int {
    var wider = prepared
    wider.filter = prepared.filter.acceptingUnstated(facet)
    wider.plan = prepared.plan.acceptingUnstated(facet)
    guard wider.filter != prepared.filter || wider.plan.condition != prepared.plan.condition else {
      return 0
    }
    wider.documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(wider.filter, wider.plan)
    var matching = try MatchCounter(matcher: matcher, snapshot: snapshot).documents(wider)
    if let documents = prepared.documents { matching.subtract(documents) }
    return matching.count
  }
}
