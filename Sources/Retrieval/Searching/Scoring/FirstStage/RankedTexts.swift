import Ranking

/// The best texts for a search, best first.
struct RankedTexts {
  var best: [Scored]
  /// The divisor of scores for display.
  var scale: Double
  /// The weights of the plan's terms, if it was ranked by them.
  var weights: TermWeights?
  /// The components of the scores of reranked documents.
  var reranked: RerankedDocuments?
}
