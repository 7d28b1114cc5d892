import Query
import Ranking

/// Finds the documents that pass both a filter and the condition of a plan.
struct RestrictionEvaluator {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  /// The documents; `nil` if nothing is restricted.
  func documents(_ filter: Filter, _ condition: DocumentCondition?) throws -> Bitmap? {
    var documents = try FilterEvaluator(snapshot: snapshot).documents(filter)
    guard let condition, documents?.isEmpty != true else { return documents }
    let matching = try ConditionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(condition)
    guard documents != nil else { return matching }
    documents?.formIntersection(matching)
    return documents
  }
}
