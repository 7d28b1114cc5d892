import Analysis
import Embeddings
import Query
import Ranking

/// Ranks documents in two stages: the best ones of the first stage are ranked again by features
/// that need the words of each document in order.
///
/// The constants of the features were chosen on five test collections together, and results change
/// little around them; `docs/measuring.md` shows what each feature contributes.
struct Reranker {
  /// The number of documents that are reranked.
  static let candidates = 100
  /// The number of feedback terms used to search for related documents.
  static let searchedTerms = 20

  let ranker: FirstStageRanker
  let snapshot: IndexSnapshot
  let dictionary: TermDictionary
  let statistics: TermStatistics
  let termVectors: TermVectorReader
  let buffers: RerankingBuffers
  /// The table for the meaning of queries; `nil` if the index has no embeddings of this table.
  let embeddings: EmbeddingTable?
  /// Encodes queries; `nil` if they are not encoded.
  let encoder: SentenceEncoder?
  /// Disabled features, to measure the contribution of each.
  let without: Set<RerankingFeature>

  /// The best `limit` documents of a search.
  ///
  /// Only documents that match the plan are found: proximity and feedback change only their order.
  func rank(_ prepared: PreparedSearch, limit: Int) throws -> RankedTexts {
    let found = try ranker.rank(
      prepared.plan, within: prepared.documents, limit: max(limit, Self.candidates))
    var first = found.ranking
    guard let weights = first.weights, !first.best.isEmpty,
      prepared.plan.scored.count <= QueryPlan.longestExpanded,
      let parts = try parts(prepared.plan, weights)
    else {
      first.best = Array(first.best.prefix(limit))
      return first
    }
    let candidates = first.best.prefix(Self.candidates).map {
      (number: $0.number, score: Double($0.score) / first.scale)
    }
    let meaning = embeddings.flatMap { queryMeaning(prepared, $0) }
    let reranked = try rerank(candidates, parts, found.lists, meaning: meaning)
    return ranking(
      reranked, followedBy: first.best.dropFirst(candidates.count), weights, limit)
  }

  /// The documents that share most feedback terms, best first, with the plan that found them.
  ///
  /// - Parameters:
  ///   - known: the best documents that match the query, as reranked.
  ///   - documents: those that may be found, without those that match the query.
  ///   - limit: at most ``candidates``.
  /// - Returns: the documents, with scores comparable to those of matches.
  func related(
    to known: RerankedDocuments, within documents: Bitmap, limit: Int
  ) throws -> (ranking: RankedTexts, plan: QueryPlan) {
    let plan = try plan(known.feedback)
    let found = try ranker.rank(plan, within: documents, limit: Self.candidates).ranking
    let reranked = try rerank(
      found.best.map { ($0.number, 0) }, [], [], feedback: known.feedback, meaning: known.meaning)
    let weights = TermWeights(idf: [], found: [], scale: 1)
    return (ranking(reranked, followedBy: [], weights, limit), plan)
  }

  /// The meaning of a query: encoded if it consists of plain words, otherwise made of its words.
  private func queryMeaning(_ prepared: PreparedSearch, _ table: EmbeddingTable) -> QueryMeaning? {
    if let encoder, prepared.plan.embedding == nil, !prepared.query.isStructured,
      let encoded = encoder.encode(prepared.query.text)
    {
      return QueryMeaning(encoded: encoded, table)
    }
    return QueryMeaning(of: prepared.plan, table)
  }

  // MARK: Scoring

  /// Scores candidates by all features.
  ///
  /// - Parameters:
  ///   - candidates: internal numbers, and scores in the first stage.
  ///   - feedback: feedback terms; empty to find them among the candidates.
  ///   - meaning: the meaning of the query; `nil` if it is not used.
  private func rerank(
    _ candidates: [(number: UInt32, score: Double)], _ parts: [RerankPart],
    _ lists: OpenLists, feedback: [FeedbackTerm] = [], meaning: QueryMeaning?
  ) throws -> RerankedDocuments {
    let vectors = buffers.vectors
    try termVectors.read(candidates.map(\.number), into: vectors)
    let parameters = BM25F.standard
    var found = RerankCandidates(feedback: feedback, meaning: meaning)
    found.documents = zip(candidates, vectors.documents).map { candidate, vector in
      RerankCandidate(
        number: candidate.number, firstScore: candidate.score, vector: vector,
        norm: parameters.norm(vector.lengths, average: snapshot.averages.document))
    }
    let finder = OccurrenceFinder(parts, entries: vectors.entries)
    var scorers = scorers(parts, lists)
    var occurrences: [OccurrenceFinder.Occurrence] = []
    for candidate in found.documents {
      finder.find(in: candidate, &occurrences)
      for index in scorers.indices { scorers[index].visit(candidate, occurrences) }
    }
    for index in scorers.indices { try scorers[index].score(&found) }
    return RerankedDocuments(found, partCount: parts.count)
  }

  /// The scorers of all enabled features, in order.
  private func scorers(
    _ parts: [RerankPart], _ lists: OpenLists
  ) -> [any RerankingScorer] {
    let weights = parts.map(\.weight)
    var scorers: [any RerankingScorer] = []
    for feature in RerankingFeature.allCases {
      let isLeftOut = without.contains(feature)
      switch feature {
      case .bestPassage:
        // Without the best passage, words are scored only by the whole document.
        scorers.append(
          PassageScorer(
            parts: parts, averages: snapshot.averages, vectors: buffers.vectors,
            share: isLeftOut ? 0 : PassageScorer.passageShare))
      case _ where isLeftOut: continue
      case .unindexedFields:
        scorers.append(UnindexedFieldScores(snapshot: snapshot, lists: lists, weights: weights))
      case .proximity:
        scorers.append(ProximityScorer(parts: parts.count))
      case .feedback:
        scorers.append(
          RelevanceFeedback(
            statistics: statistics, buffers: buffers, queryWeight: weights.reduce(0, +)))
      case .meaning:
        scorers.append(MeaningScorer(vectors: buffers.vectors))
      }
    }
    return scorers
  }

  /// The ranking of reranked documents, followed by the others of the first stage in their order.
  private func ranking(
    _ reranked: RerankedDocuments, followedBy rest: ArraySlice<Scored>, _ weights: TermWeights,
    _ limit: Int
  ) -> RankedTexts {
    var scores = reranked.documents.map { (number: $0.number, score: $0.score) }
    if let last = scores.last?.score, let next = rest.first?.score, next > 0 {
      scores += rest.map { ($0.number, last * Double($0.score) / Double(next)) }
    }
    // As precisely as 32 bits allow.
    let scale = min(Double(1 << 22), 4.0e9 / max(1, scores.first?.score ?? 1))
    return RankedTexts(
      best: scores.prefix(limit).map {
        Scored(number: $0.number, score: UInt32(max(0, $0.score * scale)))
      }, scale: scale, weights: weights, reranked: reranked)
  }

  // MARK: Parts

  /// The scored parts of a plan, by the numbers of their terms; `nil` if a part is neither a word
  /// nor a phrase, so that its positions are not in term vectors.
  private func parts(_ plan: QueryPlan, _ weights: TermWeights) throws -> [RerankPart]? {
    var parts: [RerankPart] = []
    for (index, term) in plan.scored.enumerated() {
      var forms: [RerankPart.Form] = []
      for member in term.members {
        let words: [String]
        var others: SortedIDs?
        switch member.pattern {
        case .term(let word): words = [word]
        case .abbreviation(let word, let sense):
          words = [word]
          others = try abbreviations.documents(defining: word, otherThan: sense)
        case .phrase(let phrase): words = phrase
        case .near, .words, .positional, .identifier, .filter: return nil
        }
        for words in Self.written(words) {
          guard let numbers = try numbers(words) else { continue }
          forms.append(RerankPart.Form(terms: numbers, weight: member.weight, others: others))
        }
      }
      parts.append(RerankPart(forms: forms, weight: weights.idf[index]))
    }
    return parts
  }

  private var abbreviations: AbbreviationCache { ranker.matcher.abbreviations }

  /// The words or phrases that terms find, by the terms that term vectors have for them.
  private static func written(_ terms: [String]) -> [[String]] {
    terms.reduce([[]]) { found, term in
      let parts = Acronyms.parts(of: term)
      // In a phrase, any word may be in the place of a stop word.
      let isSingle = terms.count > 1 && StopWords.isStopWord(term: term)
      let used = isSingle || found.count >= mostWritten ? parts.prefix(1) : parts[...]
      return found.flatMap { words in used.map { words + [$0] } }
    }
  }

  /// The most written forms of a phrase; each word with two terms doubles their number.
  private static let mostWritten = 16

  /// The numbers of terms in term vectors; `nil` if one of them does not occur in any text.
  private func numbers(_ words: [String]) throws -> [UInt32]? {
    var numbers: [UInt32] = []
    for word in words {
      if words.count > 1, StopWords.isStopWord(term: word) {
        numbers.append(0)
      } else if let number = try dictionary.number(of: word) {
        numbers.append(UInt32(number))
      } else {
        return nil
      }
    }
    return numbers
  }

  // MARK: Feedback

  /// A plan that searches for the heaviest feedback terms.
  private func plan(_ feedback: [FeedbackTerm]) throws -> QueryPlan {
    var plan = QueryPlan()
    let total = Double(snapshot.documentCount)
    for entry in feedback where plan.scored.count < Self.searchedTerms {
      // A term of a single document finds no other document.
      let count = try statistics.documentCount(entry.term)
      guard count > 1, let term = try dictionary.term(entry.term) else { continue }
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      plan.scored.append(
        PlannedTerm(
          label: term, members: [PlannedMember(pattern: .term(term))], weight: entry.weight / idf))
    }
    return plan
  }
}
