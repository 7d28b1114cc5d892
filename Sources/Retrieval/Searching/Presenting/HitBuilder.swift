import Answers
import Literature
import Query
import Ranking

/// Fetches the contents of hits: record, passage, highlights, explanation.
struct HitBuilder {
  let reader: IndexReader
  let matcher: PatternMatcher
  let request: SearchRequest
  let prepared: PreparedSearch

  private var snapshot: IndexSnapshot { reader.snapshot }

  /// The hits of a page, in order.
  func hits(_ ranking: RankedTexts) throws -> [Hit] {
    let highlighter = try Highlighter(
      analyzer: reader.analyzer, plan: prepared.plan, dictionary: reader.dictionary)
    let passages = try ranking.best.map { scored in
      request.unit == .passage ? scored.number : try bestPassage(of: scored.number)
    }
    let matching = try matching(ranking)
    var hits: [Hit] = []
    for (index, scored) in ranking.best.enumerated() {
      guard let location = try reader.hits.location(passages[index]),
        var hit = try hit(location, highlighter)
      else { continue }
      hit.rank = request.offset + index + 1
      hit.score = Double(scored.score) / ranking.scale
      hit.moreInDocument = max(0, matching[index] - 1)
      if request.citations, let record = try reader.record(number: location.document) {
        hit.citation = Citation(record).text
      }
      if request.explain {
        hit.explanation = try explanation(scored, ranking, location.document)
      }
      hits.append(hit)
    }
    return hits
  }

  /// Number of matching passages in the document of each text.
  private func matching(_ ranking: RankedTexts) throws -> [Int] {
    let map = try snapshot.passageMap()
    let ranges = ranking.best.map { scored in
      map.passages(
        of: request.unit == .passage ? map.document(of: scored.number) : scored.number)
    }
    if prepared.plan.scored.isEmpty { return ranges.map(\.count) }
    return try MatchCounter(matcher: matcher, snapshot: snapshot).count(in: ranges, prepared)
  }

  /// The explanation of a hit's score and of its document's facets.
  private func explanation(
    _ scored: Scored, _ ranking: RankedTexts, _ document: Int
  ) throws -> Explanation {
    let explainer = Explainer(
      matcher: matcher, snapshot: snapshot, plan: prepared.plan, unit: request.unit)
    var explanation = try explainer.explain(scored, ranking)
    explanation.facets = FacetEvidence(try reader.document(number: document)?.facets ?? Facets())
    return explanation
  }

  /// The passage of a document that matches best; its first where none matches.
  private func bestPassage(of document: UInt32) throws -> UInt32 {
    let range = try snapshot.passageMap().passages(of: document)
    guard range.count > 1, !prepared.plan.scored.isEmpty else { return range.lowerBound }
    var inside = Bitmap(limit: snapshot.documentLimit)
    inside.insert(document)
    let ranker = FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: .passage)
    let best = try ranker.rank(prepared.plan, within: inside, limit: 1).ranking.best.first
    return best?.number ?? range.lowerBound
  }

  /// A passage with its document and what matched, not ranked yet; `nil` when it is lost.
  private func hit(_ location: HitFields.Location, _ highlighter: Highlighter) throws -> Hit? {
    guard
      let (document, section) = try reader.hits.document(
        location.document, section: location.section)
    else { return nil }
    let text =
      try reader.texts.slice(
        document: location.document, block: location.block, bytes: location.bytes) ?? ""
    return Hit(
      rank: 0, score: 0, document: document,
      passage: HitPassage(
        section: section, text: text, start: location.scalars.lowerBound,
        end: location.scalars.upperBound, page: location.page,
        highlights: highlighter.highlights(title: document.title, section: section, text: text)))
  }
}
