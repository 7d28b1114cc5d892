import Answers
import Query
import Ranking

/// Splits a score into the contributions of each part of the query.
struct Explainer {
  let session: IndexSession
  let prepared: IndexSession.Prepared
  let unit: SearchRequest.Unit

  static let formula =
    "score = sum of idf x impact; idf = ln(1 + (N - n + 0.5) / (n + 0.5)), "
    + "impact = tf / (tf + k1 (1 - b + b length / mean length)) in steps of 1/255"

  static let rerankedFormula =
    formula
    + "; a document's score is half its own and half its best passage's, plus pairs of query "
    + "words within 8 words of each other, feedback terms, and the first-stage scores of authors, "
    + "headings and stop words"

  /// The parts of a score, the largest first.
  func explain(_ scored: Scored, _ ranking: Ranker.Ranking) throws -> Explanation {
    if let (document, parts) = ranking.reranking?.document(scored.number),
      let weights = ranking.weights
    {
      return explain(document, parts, weights)
    }
    var parts = try parts(scored)
    parts.sort { $0.score > $1.score }
    let sum = parts.reduce(0) { $0 + $1.score }
    let score = Double(scored.score) / ranking.scale
    if ranking.reranking != nil, sum > 0 {
      for index in parts.indices {
        parts[index].score *= score / sum
        parts[index].note = "scaled to rank below the reranked documents"
      }
    }
    return Explanation(formula: Self.formula, parts: parts)
  }

  private func explain(
    _ document: Reranking.Document, _ scores: [Double], _ weights: Ranker.Weights
  ) -> Explanation {
    var parts: [Explanation.Part] = []
    for (index, score) in scores.enumerated() where score > 0 {
      parts.append(
        Explanation.Part(
          term: prepared.plan.scored[index].label, score: score, idf: weights.idf[index],
          impact: score / weights.idf[index], found: weights.found[index],
          of: session.snapshot.count(unit), note: note(index)))
    }
    if document.elsewhere > 0 {
      parts.append(
        Explanation.Part(
          term: "(authors, headings, stop words)", score: document.elsewhere,
          note: "from the first stage; reranking does not see them"))
    }
    if document.proximity > 0 {
      parts.append(
        Explanation.Part(
          term: "(pairs)", score: document.proximity, note: "query words close to each other"))
    }
    if document.feedback > 0 {
      parts.append(
        Explanation.Part(
          term: "(feedback)", score: document.feedback, note: "terms shared by the best documents")
      )
    }
    parts.sort { $0.score > $1.score }
    return Explanation(formula: Self.rerankedFormula, parts: parts)
  }

  /// What else a part matches.
  private func note(_ index: Int) -> String {
    let others = prepared.plan.scored[index].members.dropFirst().map { member in
      switch member.pattern {
      case .term(let term): term
      case .phrase(let terms): terms.joined(separator: " ")
      default: ""
      }
    }
    return others.isEmpty ? "" : "grouped with \(others.joined(separator: ", "))"
  }

  private func parts(_ scored: Scored) throws -> [Explanation.Part] {
    let ranker = Ranker(lists: session.lists, snapshot: session.snapshot, unit: unit)
    var opened = try session.snapshot.segments.map { try ranker.open(prepared.plan, $0) }
    let weights = try ranker.weights(prepared.plan, opened)
    var parts: [Explanation.Part] = []
    for (place, segment) in session.snapshot.segments.enumerated()
    where session.snapshot.range(segment, unit).contains(scored.number) {
      for index in prepared.plan.scored.indices {
        let highest = opened[place][index].impact(of: scored.number)
        if highest > 0 { parts.append(part(index, impact: highest, weights)) }
      }
    }
    return parts
  }

  private func part(
    _ index: Int, impact: UInt32, _ weights: Ranker.Weights
  ) -> Explanation.Part {
    let term = prepared.plan.scored[index]
    let weight = Double(weights.weight(index))
    return Explanation.Part(
      term: term.label, score: weight * Double(impact) / (weights.scale * 255),
      idf: weight / weights.scale, impact: Double(impact) / 255, found: weights.found[index],
      of: session.snapshot.count(unit), note: note(index))
  }
}
