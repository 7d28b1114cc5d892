import Answers
import Query
import Ranking

/// Splits a score into the contributions of each part of the query.
struct Explainer {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot
  let plan: QueryPlan
  /// The plan as it applies to the document of the text, which may define abbreviations as
  /// something else; it differs from ``plan`` only in the members of its terms.
  let applied: QueryPlan
  let unit: SearchRequest.Unit
  /// Finds the words for closeness in meaning; `nil` if the index has no embeddings.
  let closeWords: CloseWords?

  /// The parts of a score, the largest first.
  func explain(_ scored: Scored, _ ranking: RankedTexts) throws -> Explanation {
    if let (document, parts) = ranking.reranked?.document(scored.number),
      let weights = ranking.weights
    {
      return try explain(document, parts, weights, ranking.reranked?.meaning)
    }
    var parts = try parts(scored)
    parts.sort { $0.score > $1.score }
    let sum = parts.reduce(0) { $0 + $1.score }
    let score = Double(scored.score) / ranking.scale
    if ranking.reranked != nil, sum > 0 {
      for index in parts.indices {
        parts[index].score *= score / sum
        parts[index].note = "scaled to rank below the reranked documents"
      }
    }
    return Explanation(formula: BM25F.formula, parts: parts)
  }

  private func explain(
    _ document: RerankedDocuments.Entry, _ scores: [Double], _ weights: TermWeights,
    _ meaning: QueryMeaning?
  ) throws -> Explanation {
    var parts: [Explanation.Part] = []
    for (index, score) in scores.enumerated() where score > 0 {
      parts.append(
        Explanation.Part(
          term: plan.scored[index].label, score: score, idf: weights.idf[index],
          impact: score / weights.idf[index], found: try found(index, weights),
          of: snapshot.count(unit), note: note(index)))
    }
    // The parts above are the words of the query.
    for feature in RerankingFeature.allCases
    where feature != .bestPassage && document.scores[feature] > 0 {
      var note = feature.note
      if feature == .meaning, let meaning {
        let words = try closeWords?.words(of: Int(document.number), to: meaning, except: plan.terms)
        if let words, !words.isEmpty { note += ": " + words.joined(separator: ", ") }
      }
      parts.append(
        Explanation.Part(
          term: "(\(feature.label))", score: document.scores[feature], note: note))
    }
    parts.sort { $0.score > $1.score }
    return Explanation(formula: RerankingFeature.formula(window: NearbyPairs.window), parts: parts)
  }

  /// The other patterns that a part matches in the document.
  private func note(_ index: Int) -> String {
    let others = applied.scored[index].members.dropFirst().map { member in
      switch member.pattern {
      case .term(let term), .abbreviation(let term, _): term
      case .phrase(let terms): terms.joined(separator: " ")
      default: ""
      }
    }
    return others.isEmpty ? "" : "grouped with \(others.joined(separator: ", "))"
  }

  private func parts(_ scored: Scored) throws -> [Explanation.Part] {
    let ranker = FirstStageRanker(matcher: matcher, snapshot: snapshot, unit: unit)
    var opened = try snapshot.segments.map { try ranker.open(plan, $0) }
    let weights = try ranker.weights(plan, opened)
    var parts: [Explanation.Part] = []
    for (ordinal, segment) in snapshot.segments.enumerated()
    where snapshot.range(segment, unit).contains(scored.number) {
      for index in plan.scored.indices {
        let highest = opened[ordinal][index].impact(of: scored.number)
        if highest > 0 { parts.append(try part(index, impact: highest, weights)) }
      }
    }
    return parts
  }

  private func part(
    _ index: Int, impact: UInt32, _ weights: TermWeights
  ) throws -> Explanation.Part {
    let term = plan.scored[index]
    let weight = Double(weights.weight(index))
    return Explanation.Part(
      term: term.label, score: weight * Double(impact) / (weights.scale * 255),
      idf: weight / weights.scale, impact: Double(impact) / 255,
      found: try found(index, weights), of: snapshot.count(unit), note: note(index))
  }

  /// The number of texts that match a part.
  private func found(_ index: Int, _ weights: TermWeights) throws -> Int {
    try plan.scored[index].singlePhrase.map { try matcher.count(.phrase($0), unit) }
      ?? weights.found[index]
  }
}
