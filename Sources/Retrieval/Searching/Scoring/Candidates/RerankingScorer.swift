/// Computes one feature of reranking.
///
/// A scorer visits every candidate once, with the positions at which the parts of the query occur
/// in it, and then sets its feature's score of all candidates. Scorers run in the order of
/// ``RerankingFeature``: each can use the scores of earlier ones.
protocol RerankingScorer {
  /// Visits the next candidate.
  mutating func visit(_ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence])

  /// Sets the feature's score of every candidate.
  mutating func score(_ candidates: inout RerankCandidates) throws
}

extension RerankingScorer {
  mutating func visit(_ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence]) {}
}
