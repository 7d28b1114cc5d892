import Answers
import Query
import Ranking

/// A request after parsing, planning and filtering.
struct PreparedSearch {
  var query: Query
  var plan: QueryPlan
  /// The filters of the request, including those in its text.
  var filter: Filter
  /// The restriction: the documents that pass the filter and meet the condition of the plan; `nil`
  /// if all do.
  var documents: Bitmap?
  /// The filters given as options, which are also in ``filter``.
  var options = Filter()
  /// The document to which similar ones are searched, and which is not one of them.
  var original: UInt32?

  /// Whether all documents of the restriction match, because the query has no terms to rank by.
  var isList: Bool {
    query.tree.isEmpty || query.tree.isOnlyNegative && !query.filter.isEmpty
  }

  /// Notes on the query.
  var notes: [SearchNote] { (query.notes + plan.allNotes).map { .sentence($0) } }

  /// The interpreted query, for the response.
  ///
  /// - Parameter interpreted: the canonical query, if it is not that of the text.
  func interpreted(
    _ request: SearchRequest, as interpreted: String? = nil, notes: [SearchNote] = []
  ) -> InterpretedQuery {
    InterpretedQuery(
      id: request.id, text: request.text, interpreted: interpreted ?? query.tree.description,
      expansions: plan.expansions, filters: filter, notes: self.notes + notes)
  }
}
