import Query
import Ranking

/// Runs searches on one connection, within one transaction.
///
/// A search is prepared (parsed, planned, filtered), ranked and, if it is to be shown, fetched.
/// Each step is a separate algorithm that receives the parts of the storage it needs; this type
/// only connects them.
struct Searcher {
  let reader: IndexReader
  let lists: PostingLists
  let caches: SearchCaches
  let settings: SearchSettings

  var snapshot: IndexSnapshot { reader.snapshot }

  var matcher: PatternMatcher {
    PatternMatcher(
      lists: lists, dictionary: reader.dictionary, identifiers: reader.identifiers,
      snapshot: snapshot, abbreviations: caches.abbreviations, authorWords: reader.authorWords)
  }

  var counter: MatchCounter {
    MatchCounter(
      matcher: matcher, snapshot: snapshot, postingsCounted: settings.postingsCounted)
  }

  /// Parses, plans and restricts a request.
  func prepare(_ request: SearchRequest) throws -> PreparedSearch {
    try prepare(QueryParser().parse(request), request)
  }

  /// Plans and restricts a query.
  ///
  /// - Parameter position: where it begins in the text of the request, in Unicode scalars.
  /// - Throws: ``QueryError`` for a wildcard that matches too many words, where it is in the text.
  func prepare(
    _ query: Query, _ request: SearchRequest, at position: Int = 0
  ) throws -> PreparedSearch {
    var filter = query.filter
    filter.narrow(by: request.filter)
    let matcher = matcher
    let planner = QueryPlanner(
      analyzer: reader.analyzer, forms: caches.forms, identifiers: reader.identifiers,
      snapshot: snapshot, expander: request.exact || query.isLiteral ? nil : expander,
      isStrict: query.isStructured, options: request.filter)
    var plan: QueryPlan
    do {
      plan = try planner.plan(query.tree)
    } catch let error as QueryError {
      throw error.placed(in: request.text, from: position)
    }
    plan.notes += try MissingTypeNotes(snapshot: snapshot).notes(query)
    let documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(filter, plan)
    return PreparedSearch(
      query: query, plan: plan, filter: filter, documents: documents, options: request.filter)
  }

  private var expander: QueryExpander {
    QueryExpander(
      analyzer: reader.analyzer, synonyms: caches.synonyms, abbreviations: caches.abbreviations,
      families: caches.families(reader), forms: caches.forms, lists: lists)
  }

  /// Ranks without fetching anything.
  func rank(_ request: SearchRequest) throws -> [(number: Int, score: Double)] {
    let prepared = try prepare(request)
    let ranking = try rank(prepared, request, limit: request.places.upperBound)
    return ranking.best.dropFirst(request.places.lowerBound).map {
      (Int($0.number), Double($0.score) / ranking.scale)
    }
  }

  /// Ranks a prepared search, the best `limit` texts.
  ///
  /// Documents are reranked, unless the request is exact. The matches are the same for both units
  /// and in any order: every text that contains a scored term and meets the restriction of the
  /// query.
  func rank(
    _ prepared: PreparedSearch, _ request: SearchRequest, limit: Int
  ) throws -> RankedTexts {
    guard request.unit == .document, !request.exact else {
      let ranker = FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: request.unit)
      return try ranker.rank(prepared.plan, within: prepared.documents, limit: limit).ranking
    }
    return try reranker.rank(prepared, limit: limit)
  }

  /// Ranks documents in two stages.
  var reranker: Reranker {
    Reranker(
      ranker: FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: .document),
      snapshot: snapshot, dictionary: reader.dictionary, statistics: reader.statistics,
      termVectors: reader.termVectors, buffers: caches.buffers, embeddings: reader.embeddings,
      encoder: reader.queryEncoder, without: settings.without)
  }
}
