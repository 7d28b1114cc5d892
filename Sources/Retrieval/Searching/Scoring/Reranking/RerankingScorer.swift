/// Computes one feature of reranking.
///
/// A scorer sees every candidate once, with the places at which the parts of the query occur in it,
/// and then sets its feature's score of all of them. Scorers run in the order of
/// ``RerankingFeature``: each sees the scores of those before it.
protocol RerankingScorer {
  /// Sees the next candidate.
  mutating func visit(_ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence])

  /// Sets the feature's score of every candidate.
  mutating func score(_ candidates: inout RerankCandidates) throws
}

extension RerankingScorer {
  mutating func visit(_ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence]) {}
}
