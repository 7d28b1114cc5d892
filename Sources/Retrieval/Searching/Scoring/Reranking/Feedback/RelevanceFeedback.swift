import Ranking

/// Scores the terms that the best documents share.
///
/// Based on the relevance models of Lavrenko and Croft, *Relevance-based language models* (SIGIR
/// 2001): terms that the best documents share are added to the query. A document is weighted by the
/// fourth power of its score, so that a query with one clear answer drifts very little.
struct RelevanceFeedback: RerankingScorer {
  /// The weight of feedback relative to the query.
  static let weight = 0.6

  let statistics: TermStatistics
  let buffers: RerankingBuffers
  /// The sum of the weights of the query's parts.
  let queryWeight: Double

  mutating func score(_ candidates: inout RerankCandidates) throws {
    if candidates.feedback.isEmpty {
      let finder = FeedbackTermFinder(statistics: statistics, buffers: buffers)
      candidates.feedback = try finder.find(
        candidates.best(FeedbackTermFinder.documents), weight: Self.weight * queryWeight)
    }
    if !candidates.feedback.isEmpty { add(&candidates) }
  }

  private func add(_ candidates: inout RerankCandidates) {
    let parameters = BM25F.standard
    let entries = buffers.vectors.entries
    let feedback = candidates.feedback
    let lookup = buffers.lookup
    // The feedback terms were read into the same memory, so they are below its limit.
    lookup.reserve(buffers.vectors.termLimit)
    let table = lookup.table
    for (slot, entry) in feedback.enumerated() { table[Int(entry.term)] = UInt16(slot + 1) }
    defer { lookup.clear(feedback.lazy.map(\.term)) }
    for index in candidates.documents.indices {
      let norm = candidates.documents[index].norm
      var sum = 0.0
      for entry in candidates.documents[index].vector.entries {
        let slot = Int(table[Int(entries.terms[entry])])
        if slot == 0 { continue }
        sum += feedback[slot - 1].weight * parameters.share(entries.counts(entry), norm: norm)
      }
      candidates.documents[index].scores[.feedback] = sum
    }
  }
}
