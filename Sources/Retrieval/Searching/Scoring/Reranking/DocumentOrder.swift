import Answers
import Query
import Ranking

/// Puts documents into their final order: the best of the first ranking anew, the others below.
struct DocumentOrder {
  let session: IndexSession
  let ranker: Ranker

  /// How many terms of feedback are looked for in the whole index, where the query by itself finds
  /// fewer documents than are ordered anew.
  static let searchedTerms = 20

  /// Longer queries say enough by themselves, and pairs of their words would be too many.
  static let mostParts = 48

  func order(
    _ first: Ranker.Ranking, _ prepared: inout IndexSession.Prepared, limit: Int
  ) throws -> Ranker.Ranking {
    guard let weights = first.weights, !first.best.isEmpty,
      prepared.plan.scored.count <= Self.mostParts,
      let parts = try parts(prepared.plan, weights)
    else { return first }
    let reranker = Reranker(session: session, parts: parts, opened: first.opened)
    let asked = prepared.plan.scored.map(\.label).joined(separator: " ")
    var candidates = first.best.prefix(Reranker.candidates).map {
      (number: $0.number, score: Double($0.score) / first.scale)
    }
    var reranking = try reranker.rerank(candidates)
    let feedback = reranking.feedback
    var rest = first.best.dropFirst(candidates.count)
    if candidates.count < Reranker.candidates, !feedback.terms.isEmpty, !prepared.query.isStrict {
      let wider = try search(feedback, &prepared, weights)
      let known = Set(candidates.map(\.number))
      candidates += wider.filter { !known.contains($0) }.map { ($0, 0) }
      reranking = try reranker.rerank(candidates, feedback: feedback)
      rest = []
    }
    try tell(feedback, asked, &prepared)
    var scores = reranking.documents.map { (number: $0.number, score: $0.score) }
    // What was not ordered anew follows in its order, below.
    if let last = scores.last?.score, let next = rest.first?.score, next > 0 {
      scores += rest.map { ($0.number, last * Double($0.score) / Double(next)) }
    }
    // As fine as 32 bits allow.
    let scale = min(Double(1 << 22), 4.0e9 / max(1, scores.first?.score ?? 1))
    return Ranker.Ranking(
      best: scores.prefix(limit).map {
        Scored(number: $0.number, score: UInt32(max(0, $0.score * scale)))
      }, scale: scale, weights: weights, reranking: reranking)
  }

  /// The scored parts of a plan by the numbers of their terms; `nil` when some part is no word or
  /// phrase, so that the forward index cannot tell where it stands.
  private func parts(_ plan: QueryPlan, _ weights: Ranker.Weights) throws -> [Reranker.Part]? {
    var parts: [Reranker.Part] = []
    for (index, term) in plan.scored.enumerated() {
      var forms: [(terms: [UInt32], factor: Double)] = []
      for member in term.members {
        switch member.pattern {
        case .term(let word):
          if let numbers = try numbers([word]) { forms.append((numbers, member.factor)) }
        case .phrase(let words):
          if let numbers = try numbers(words) { forms.append((numbers, member.factor)) }
        case .near, .prefix, .placed: return nil
        }
      }
      parts.append(Reranker.Part(forms: forms, weight: weights.idf[index]))
    }
    return parts
  }

  /// Numbers of terms as the forward index has them; `nil` when one is in no text.
  private func numbers(_ words: [String]) throws -> [UInt32]? {
    var numbers: [UInt32] = []
    for word in words {
      if words.count > 1, StopWords.terms.contains(word) {
        numbers.append(0)
      } else if let number = try session.reader.number(of: word) {
        numbers.append(UInt32(number))
      } else {
        return nil
      }
    }
    return numbers
  }

  /// Looks for the terms of feedback in the whole index, beside the query's.
  private func search(
    _ feedback: Feedback, _ prepared: inout IndexSession.Prepared,
    _ weights: Ranker.Weights
  ) throws -> [UInt32] {
    var plan = prepared.plan
    let total = Double(session.snapshot.documentCount)
    for entry in feedback.terms.prefix(Self.searchedTerms) {
      guard let term = try session.facts.term(entry.number) else { continue }
      let count = try session.facts.documentCount(entry.number)
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      plan.scored.append(
        PlannedTerm(
          label: term, members: [PlannedMember(pattern: .term(term))], weight: entry.weight / idf))
    }
    session.reader.release()
    let ranking = try ranker.rank(
      plan, allowed: prepared.documents, limit: Reranker.candidates)
    prepared.plan = plan
    return ranking.best.map(\.number)
  }

  /// Says what feedback added.
  private func tell(
    _ feedback: Feedback, _ asked: String, _ prepared: inout IndexSession.Prepared
  ) throws {
    let added = try feedback.terms.compactMap { try session.facts.term($0.number) }
    guard !added.isEmpty else { return }
    prepared.plan.expansions.append(
      Expansion(
        term: asked, added: added, why: "relevance feedback"))
  }
}

extension Query {
  /// Whether the query demands or excludes something, so that nothing beyond it may be found.
  var isStrict: Bool {
    switch tree {
    case .word: false
    case .any(let should, let must, let not):
      !must.isEmpty || !not.isEmpty
        || !should.allSatisfy { if case .word = $0 { true } else { false } }
    default: true
    }
  }
}
