import Query
import Ranking

/// Evaluates the restriction of a search: the documents that pass its filter
/// (``FilterEvaluator``) and meet the condition of its plan (``ConditionEvaluator``).
///
/// If the lists are in a storage other than the index file, it also gets the ``Narrowing`` of the
/// restriction.
struct RestrictionEvaluator {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  /// The documents; `nil` if nothing is restricted.
  func documents(_ filter: Filter, _ plan: QueryPlan) throws -> Bitmap? {
    let documents = try evaluate(filter, plan)
    if let documents, let storage = matcher.lists.storage {
      let patterns = matcher.shardPatterns
      storage.narrowings.append(
        Narrowing(
          documents: documents, filter: patterns.narrowing(filter),
          condition: try plan.condition.flatMap { try patterns.expression($0) }))
    }
    return documents
  }

  private func evaluate(_ filter: Filter, _ plan: QueryPlan) throws -> Bitmap? {
    var documents = try FilterEvaluator(snapshot: snapshot).documents(filter)
    guard let condition = plan.condition, documents?.isEmpty != true else { return documents }
    let matching = try ConditionEvaluator(
      matcher: matcher, snapshot: snapshot, scoredPhrases: plan.scoredPhrases
    ).documents(condition)
    guard documents != nil else { return matching }
    documents?.formIntersection(matching)
    return documents
  }
}
