import Answers
import Query
import Ranking

/// Finds documents that do not match, but are about the same subject as the best matches.
///
/// They are listed separately: counts, facets, exports and saved searches include only matches.
extension Searcher {
  /// By default, related documents are listed if fewer documents than this match.
  static let fewMatches = 10
  /// The default number of related documents.
  static let usualRelated = 5

  /// The related documents of a response.
  func relatedHits(
    _ prepared: PreparedSearch, _ request: SearchRequest, _ ranking: RankedTexts,
    _ total: HitCount
  ) throws -> [Hit] {
    guard let found = try related(prepared, request, ranking, total) else { return [] }
    var request = request
    request.unit = .document
    request.offset = 0
    request.passages = 1
    return try HitBuilder(
      reader: reader, forms: caches.forms, matcher: matcher, request: request, prepared: prepared
    ).hits(found.ranking, foundBy: found.plan)
  }

  /// The documents that share terms with the best matches, pass the filter and match no word of the
  /// query; `nil` if none are requested or the query has none.
  ///
  /// - Parameters:
  ///   - ranking: the hits.
  ///   - total: the number of matching documents; used if the request does not state a number of
  ///     related ones.
  func related(
    _ prepared: PreparedSearch, _ request: SearchRequest, _ ranking: RankedTexts,
    _ total: HitCount?
  ) throws -> (ranking: RankedTexts, plan: QueryPlan)? {
    let limit = request.related ?? usualRelated(request, total)
    guard limit > 0, request.offset == 0, !request.exact, !prepared.query.isStrict,
      !prepared.plan.scored.isEmpty
    else { return nil }
    guard let known = try reranked(prepared, ranking), !known.feedback.isEmpty else { return nil }
    var others =
      try FilterEvaluator(snapshot: snapshot).documents(prepared.filter)
      ?? snapshot.alive()
    var matching = prepared
    matching.documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(Filter(), prepared.plan)
    others.subtract(try counter.documents(matching))
    return try reranker.related(
      to: known, within: others, limit: min(limit, Reranker.candidates))
  }

  private func usualRelated(_ request: SearchRequest, _ total: HitCount?) -> Int {
    guard let total, total.exact, total.documents < Self.fewMatches, request.limit > 0 else {
      return 0
    }
    return Self.usualRelated
  }

  /// The best documents that match, reranked unless they already were.
  private func reranked(
    _ prepared: PreparedSearch, _ ranking: RankedTexts
  ) throws -> RerankedDocuments? {
    if let known = ranking.reranked { return known }
    return try reranker.rank(prepared, limit: 1).reranked
  }
}

extension Query {
  /// Whether the query has anything but optional words, so that it has no related documents.
  fileprivate var isStrict: Bool {
    switch tree {
    case .word: false
    case .any(let should, let must, let not):
      !must.isEmpty || !not.isEmpty
        || !should.allSatisfy { if case .word = $0 { true } else { false } }
    default: true
    }
  }
}
