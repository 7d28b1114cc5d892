import Literature
import Query
import Ranking

extension MatchCounter {
  /// The documents that match a search without its filters by some facets.
  func documents(_ prepared: PreparedSearch, without facets: [FacetName]) throws -> Bitmap {
    var wider = prepared
    wider.filter = wider.filter.without(facets)
    wider.documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(wider.filter, prepared.plan)
    return try documents(wider)
  }
}
