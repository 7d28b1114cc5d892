import Answers
import Foundation
import Query
import Ranking

extension IndexSession {
  /// Counting stops at so many matching passages, unless all are asked for.
  static let countLimit = 1000

  /// Answers a search whole: ranks, counts, fetches and marks.
  func search(_ request: SearchRequest) throws -> SearchResponse {
    let start = ContinuousClock.now
    var prepared = try prepare(request)
    if prepared.query.tree.isEmpty, prepared.filter.isEmpty {
      prepared.query.notes.append("The query is empty.")
    }
    return try respond(request, prepared, since: start)
  }

  /// Ranks what was prepared, and makes the answer.
  ///
  /// - Parameters:
  ///   - start: when work on the request began.
  ///   - interpreted: what stands for the query's tree, when it is not the text's.
  func respond(
    _ request: SearchRequest, _ asked: Prepared,
    since start: ContinuousClock.Instant = .now, interpreted: String? = nil
  ) throws -> SearchResponse {
    var prepared = asked
    let order = try order(&prepared, request)
    reader.release()
    let elapsed = start.duration(to: .now).components
    let took = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
    let matches = MatchCounter(lists: lists, snapshot: snapshot)
    let countsAll = request.count || request.facets
    let total = try matches.count(prepared, limit: countsAll ? .max : Self.countLimit)
    reader.release()
    let builder = HitBuilder(session: self, request: request, prepared: prepared)
    let hits = try builder.hits(order)
    var notes = prepared.query.notes + prepared.plan.notes
    notes += try UnknownNotes(session: self).notes(prepared, found: total)
    return SearchResponse(
      query: InterpretedQuery(
        id: request.id, text: request.text,
        interpreted: interpreted ?? prepared.query.tree.description,
        expansions: prepared.plan.expansions, filters: prepared.filter, notes: notes),
      tookUs: Int(took), total: total, hits: hits,
      facets: request.facets ? try facetCounts(matches.documents(prepared)) : [:])
  }

  /// The texts to show, in the order asked for, from the offset on.
  func order(_ prepared: inout Prepared, _ request: SearchRequest) throws -> Ranker.Ranking {
    let wanted = request.offset + request.limit
    if prepared.plan.scored.isEmpty { return try unranked(prepared, request) }
    guard request.sort != .relevance else {
      var ranking = try rank(&prepared, request, limit: wanted)
      ranking.best.removeFirst(min(request.offset, ranking.best.count))
      return ranking
    }
    let all = request.unit == .passage ? snapshot.passageLimit : snapshot.documentLimit
    var ranking = try rank(&prepared, request, limit: all)
    ranking.best = try sorted(ranking.best, request)
    return ranking
  }

  /// A filter by itself finds its documents in the order of indexing.
  private func unranked(_ prepared: Prepared, _ request: SearchRequest) throws -> Ranker.Ranking {
    guard var documents = prepared.documents, prepared.query.tree.isEmpty else {
      return Ranker.Ranking(best: [], scale: 1)
    }
    if let deleted = snapshot.deleted { documents.subtract(deleted) }
    let map = try snapshot.passageMap()
    var best: [Scored] = []
    documents.forEach { document in
      let number = request.unit == .document ? document : map.passages(of: document).lowerBound
      best.append(Scored(number: number, score: 0))
    }
    return Ranker.Ranking(best: try sorted(best, request), scale: 1)
  }

  /// Sorts by what was asked for, what is unknown last, and takes the page that was asked for.
  private func sorted(_ best: [Scored], _ request: SearchRequest) throws -> [Scored] {
    let column: String
    switch request.sort {
    case .relevance: return Array(best.dropFirst(request.offset).prefix(request.limit))
    case .year: column = DocumentColumn.year
    case .sampleSize: column = DocumentColumn.sampleSize
    }
    let numbers = try snapshot.numbers(column)
    let map = try snapshot.passageMap()
    let keyed = best.enumerated().map { place, scored in
      let document = request.unit == .document ? scored.number : map.document(of: scored.number)
      let value = IndexSnapshot.number(of: document, in: numbers)
      return (key: value == DocumentColumn.unknown ? -1 : Int(value), place: place, scored)
    }
    let ordered = keyed.sorted { $0.key != $1.key ? $0.key > $1.key : $0.place < $1.place }
    return ordered.dropFirst(request.offset).prefix(request.limit).map(\.2)
  }
}
