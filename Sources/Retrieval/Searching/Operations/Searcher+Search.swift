import Answers
import Foundation
import Query
import Ranking

extension Searcher {
  /// Runs a search: ranks, counts, fetches and highlights.
  func search(_ request: SearchRequest) throws -> SearchResponse {
    let start = ContinuousClock.now
    var prepared = try prepare(request)
    // A search of another platform has a note that says if nothing is left of it.
    if prepared.query.tree.isEmpty, prepared.filter.isEmpty, prepared.query.syntax == .peerlit {
      prepared.query.notes.append("The query is empty.")
    }
    return try respond(request, prepared, since: start)
  }

  /// Finds the documents similar to one, by its most informative terms.
  func similar(to id: String, _ request: SearchRequest) throws -> SearchResponse? {
    guard let number = try reader.number(of: id) else { return nil }
    var prepared = try prepare(request)
    prepared.plan.scored = try SimilarTerms(
      snapshot: snapshot, dictionary: reader.dictionary, statistics: reader.statistics,
      termVectors: reader.termVectors, buffers: caches.buffers
    ).terms(of: number)
    prepared.plan.embedding = caches.buffers.vectors.firstEmbedding
    var documents = prepared.documents ?? snapshot.alive()
    documents.remove(UInt32(number))
    prepared.documents = documents
    prepared.original = UInt32(number)
    // The results are already related documents.
    var request = request
    request.related = 0
    return try respond(request, prepared, interpreted: "(similar \(id))")
  }

  /// Ranks a prepared search and builds the response.
  ///
  /// - Parameters:
  ///   - start: the time at which the request started.
  ///   - interpreted: the canonical query, if it is not that of the text.
  private func respond(
    _ request: SearchRequest, _ asked: PreparedSearch,
    since start: ContinuousClock.Instant = .now, interpreted: String? = nil
  ) throws -> SearchResponse {
    var prepared = asked
    let (matcher, counter) = (matcher, counter)
    let countsAll = request.count || request.facets
    try counter.expectCounts(prepared, all: countsAll)
    let ranking = try order(prepared, request)
    let elapsed = start.duration(to: .now).components
    let took = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
    let total = try counter.count(prepared, all: countsAll)
    let hits = try HitBuilder(
      reader: reader, forms: caches.forms, matcher: matcher, request: request, prepared: prepared
    ).hits(ranking)
    let related = try relatedHits(prepared, request, ranking, total)
    try report(ranking.reranked?.feedback ?? [], &prepared.plan, all: request.explain)
    let notes = try notes(
      prepared, request, foundNothing: total.documents == 0 && interpreted == nil)
    var response = SearchResponse(
      query: prepared.interpreted(request, as: interpreted, notes: notes),
      tookUs: Int(took), total: total, hits: hits, related: related,
      facets: request.facets
        ? try facetCounts(
          counter.documents(prepared), includePossible: request.filter.includePossible) : [:])
    MissingShards(reader.storage)
      .mark(&response.partial, &response.missingShards, &response.query)
    return response
  }

  /// Maximum number of feedback terms that are reported, unless scores are explained.
  private static let reportedFeedback = 5

  /// Reports the heaviest feedback terms among the expansions, as words.
  private func report(_ feedback: [FeedbackTerm], _ plan: inout QueryPlan, all: Bool) throws {
    let typed = plan.scored.map(\.label).joined(separator: " ")
    let reported = feedback.prefix(all ? feedback.count : Self.reportedFeedback)
    for entry in reported {
      guard let term = try reader.dictionary.term(entry.term) else { continue }
      plan.addExpansion(typed, try caches.forms.mostFrequentWord(of: term), .feedback)
    }
  }

  /// The texts to show, in the requested order, starting at the offset.
  func order(_ prepared: PreparedSearch, _ request: SearchRequest) throws -> RankedTexts {
    let wanted = request.places.upperBound
    if prepared.plan.scored.isEmpty { return try unranked(prepared, request) }
    guard request.sort != .relevance else {
      var ranking = try rank(prepared, request, limit: wanted)
      ranking.best = try page(ranking.best, prepared, request)
      return ranking
    }
    var ranking = try rank(prepared, request, limit: snapshot.limit(request.unit))
    ranking.best = try sorted(ranking.best, prepared, request)
    return ranking
  }

  /// The requested page of an ordered list; a document's back matter comes after its other
  /// passages.
  ///
  /// Without terms to rank by, the list has one text of each document.
  private func page(
    _ ordered: [Scored], _ prepared: PreparedSearch, _ request: SearchRequest
  ) throws -> [Scored] {
    guard request.unit == .passage else {
      return Array(ordered[request.places.clamped(to: ordered.indices)])
    }
    if prepared.plan.scored.isEmpty {
      return try snapshot.passageMap().allPassages(of: ordered, at: request.places)
    }
    let chooser = PassageChooser(reader: reader, matcher: matcher, plan: prepared.plan)
    return try BackMatterOrder(chooser: chooser, map: snapshot.passageMap())
      .page(ordered, request.places)
  }

  /// The documents of a filter without a query, in the order of indexing.
  private func unranked(
    _ prepared: PreparedSearch, _ request: SearchRequest
  ) throws -> RankedTexts {
    guard var documents = prepared.documents, prepared.isList else {
      return RankedTexts(best: [], scale: 1)
    }
    if let deleted = snapshot.deleted { documents.subtract(deleted) }
    let map = try snapshot.passageMap()
    var best: [Scored] = []
    documents.forEach { document in
      if request.unit == .passage, map.passages(of: document).isEmpty { return }
      best.append(Scored(number: map.firstText(of: document, request.unit), score: 0))
    }
    return RankedTexts(best: try sorted(best, prepared, request), scale: 1)
  }

  /// Sorts in the requested order, with unknown values last, and takes the requested page.
  private func sorted(
    _ best: [Scored], _ prepared: PreparedSearch, _ request: SearchRequest
  ) throws -> [Scored] {
    let column: String
    switch request.sort {
    case .relevance: return try page(best, prepared, request)
    case .year: column = DocumentColumn.year
    case .sampleSize: column = DocumentColumn.sampleSize
    }
    let values = try snapshot.values(column)
    let map = try snapshot.passageMap()
    let keyed = best.enumerated().map { rank, scored in
      let document = map.document(of: scored.number, request.unit)
      return (key: IndexSnapshot.sortKey(of: document, in: values), rank: rank, scored)
    }
    let ordered = keyed.sorted { $0.key != $1.key ? $0.key > $1.key : $0.rank < $1.rank }
    return try page(ordered.map(\.2), prepared, request)
  }
}
