import Answers
import Query
import Ranking

/// A request that was parsed, planned and limited.
struct PreparedSearch {
  var query: Query
  var plan: QueryPlan
  /// The filters of the request and of its text.
  var filter: Filter
  /// The documents that filters and conditions leave; `nil` when they leave all.
  var documents: Bitmap?

  /// Notes on the query, one sentence each.
  var notes: [String] { query.notes + plan.notes }

  /// The query as it was understood, for answers.
  ///
  /// - Parameter interpreted: the canonical query where it is not that of the text.
  func interpreted(
    _ request: SearchRequest, as interpreted: String? = nil, notes: [String] = []
  ) -> InterpretedQuery {
    InterpretedQuery(
      id: request.id, text: request.text, interpreted: interpreted ?? query.tree.description,
      expansions: plan.expansions, filters: filter, notes: self.notes + notes)
  }
}
