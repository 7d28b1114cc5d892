import Answers
import GRDB
import Literature
import Query
import Ranking

/// Fetches what is shown of hits: record, passage, highlights, explanation.
struct HitBuilder {
  let session: IndexSession
  let request: SearchRequest
  let prepared: IndexSession.Prepared

  /// The hits of a page, in order.
  func hits(_ ranking: Ranker.Ranking) throws -> [Hit] {
    let highlighter = Highlighter(analyzer: session.analyzer, plan: prepared.plan, session.lists)
    let passages = try ranking.best.map { scored in
      request.unit == .passage ? scored.number : try bestPassage(of: scored.number)
    }
    let matching = try matching(ranking)
    var hits: [Hit] = []
    for (index, scored) in ranking.best.enumerated() {
      guard let place = try session.hits.place(passages[index]),
        var hit = try hit(place, highlighter)
      else { continue }
      hit.rank = request.offset + index + 1
      hit.score = Double(scored.score) / ranking.scale
      hit.moreInDocument = max(0, matching[index] - 1)
      if request.citations, let record = try session.record(number: place.document) {
        hit.citation = Citation(record).text
      }
      if request.explain { hit.explanation = try explanation(scored, ranking, place.document) }
      hits.append(hit)
    }
    return hits
  }

  /// How many passages of each text's document match.
  private func matching(_ ranking: Ranker.Ranking) throws -> [Int] {
    let map = try session.snapshot.passageMap()
    let ranges = ranking.best.map { scored in
      map.passages(
        of: request.unit == .passage ? map.document(of: scored.number) : scored.number)
    }
    if prepared.plan.scored.isEmpty { return ranges.map(\.count) }
    defer { session.reader.release() }
    return try MatchCounter(lists: session.lists, snapshot: session.snapshot)
      .count(in: ranges, prepared)
  }

  /// Why a hit has its score, and its document the facets that it has.
  private func explanation(
    _ scored: Scored, _ ranking: Ranker.Ranking, _ document: Int
  ) throws -> Explanation {
    defer { session.reader.release() }
    var explanation = try Explainer(session: session, prepared: prepared, unit: request.unit)
      .explain(scored, ranking)
    explanation.facets = FacetEvidence(
      try session.document(number: document)?.facets ?? Facets())
    return explanation
  }

  /// The passage of a document that the query fits best; its first where none matches.
  private func bestPassage(of document: UInt32) throws -> UInt32 {
    let range = try session.snapshot.passageMap().passages(of: document)
    guard range.count > 1, !prepared.plan.scored.isEmpty else { return range.lowerBound }
    var inside = Bitmap(limit: session.snapshot.documentLimit)
    inside.insert(document)
    defer { session.reader.release() }
    let ranker = Ranker(lists: session.lists, snapshot: session.snapshot, unit: .passage)
    let best = try ranker.rank(prepared.plan, allowed: inside, limit: 1).best.first
    return best?.number ?? range.lowerBound
  }

  /// A passage with its document and what matched, not ranked yet; `nil` when the index lost it.
  private func hit(_ place: HitRecords.Place, _ highlighter: Highlighter) throws -> Hit? {
    guard
      let (document, section) = try session.hits.document(place.document, section: place.section)
    else { return nil }
    let text =
      try session.texts.slice(document: place.document, block: place.block, bytes: place.bytes)
      ?? ""
    return Hit(
      rank: 0, score: 0, document: document,
      passage: HitPassage(
        section: section, text: text, start: place.scalars.lowerBound,
        end: place.scalars.upperBound, page: place.page,
        highlights: highlighter.highlights(title: document.title, section: section, text: text)))
  }
}
