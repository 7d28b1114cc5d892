import GRDB
import Literature

/// Fetches what is shown of hits: record, passage, highlights, explanation.
struct HitBuilder {
  let session: IndexSession
  let request: SearchRequest
  let prepared: IndexSession.Prepared

  /// The hits of a page, in order.
  func hits(_ ranking: Ranker.Ranking) throws -> [Hit] {
    let highlighter = Highlighter(analyzer: session.analyzer, plan: prepared.plan, session.lists)
    let counter = MatchCounter(lists: session.lists, snapshot: session.snapshot)
    var hits: [Hit] = []
    for (index, scored) in ranking.best.enumerated() {
      let passage =
        request.unit == .passage ? scored.number : try bestPassage(of: scored.number)
      guard let shown = try fetch(passage: Int(passage), highlighter) else { continue }
      let range = try session.snapshot.passageMap().passages(of: UInt32(shown.number))
      session.reader.release()
      let matching =
        prepared.plan.scored.isEmpty ? range.count : try counter.count(in: range, prepared)
      session.reader.release()
      hits.append(
        Hit(
          rank: request.offset + index + 1, score: Double(scored.score) / ranking.scale,
          document: HitDocument(shown.document), passage: shown.passage,
          moreInDocument: max(0, matching - 1),
          explanation: try explanation(scored, ranking, facets: shown.facets),
          citation: request.citations ? Citation(shown.document).text : nil))
      session.reader.release()
    }
    return hits
  }

  /// Why a hit has its score and its facets; nothing when that was not asked for.
  private func explanation(
    _ scored: Scored, _ ranking: Ranker.Ranking, facets: Facets
  ) throws -> Explanation? {
    guard request.explain else { return nil }
    var explanation = try Explainer(session: session, prepared: prepared, unit: request.unit)
      .explain(scored, ranking)
    explanation.facets = FacetEvidence(facets)
    return explanation
  }

  /// The passage of a document that the query fits best; its first where none matches.
  private func bestPassage(of document: UInt32) throws -> UInt32 {
    let range = try session.snapshot.passageMap().passages(of: document)
    guard range.count > 1, !prepared.plan.scored.isEmpty else { return range.lowerBound }
    var inside = NumberSet(limit: session.snapshot.documentLimit)
    inside.insert(document)
    defer { session.reader.release() }
    let ranker = Ranker(lists: session.lists, snapshot: session.snapshot, unit: .passage)
    let best = try ranker.rank(prepared.plan, allowed: inside, limit: 1).best.first
    return best?.number ?? range.lowerBound
  }

  private func fetch(
    passage number: Int, _ highlighter: Highlighter
  ) throws -> (number: Int, document: Document, passage: HitPassage, facets: Facets)? {
    guard
      let row = try Row.fetchOne(
        session.database.cachedStatement(sql: "SELECT * FROM passages WHERE number = ?"),
        arguments: [number])
    else { return nil }
    let documentNumber: Int = row["document"]
    guard
      let record = try Row.fetchOne(
        session.database.cachedStatement(sql: "SELECT * FROM documents WHERE number = ?"),
        arguments: [documentNumber])
    else { return nil }
    let document = DocumentRow.document(record)
    let start: Int = row["byte"]
    let text =
      try session.texts.slice(
        document: documentNumber, block: row["block"], bytes: start..<start + (row["bytes"] as Int))
      ?? ""
    let index: Int = row["section"]
    let section = document.sections.indices.contains(index) ? document.sections[index].heading : ""
    let scalar: Int = row["scalar"]
    return (
      documentNumber, document,
      HitPassage(
        section: section, text: text, start: scalar, end: scalar + (row["scalars"] as Int),
        page: row["page"],
        highlights: highlighter.highlights(
          title: document.title, section: section, text: text)),
      document.facets
    )
  }
}

extension HitDocument {
  /// Describes a document by its record.
  package init(_ document: Document) {
    self.init(id: document.id, title: document.title)
    authors = document.authors
    year = document.year
    venue = document.venue
    doi = document.doi
    url = document.url
    method = Facets.effective(document.facets.method).map(\.value)
    setting = Facets.effective(document.facets.setting).map(\.value)
    condition = Facets.effective(document.facets.condition).map(\.value)
    sampleSize = Facets.effective(document.facets.sampleSize).first?.value
  }
}
