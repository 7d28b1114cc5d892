import Ranking

/// The best texts for a search, best first.
struct RankedTexts {
  var best: [Scored]
  /// What scores are divided by to be shown.
  var scale: Double
  /// The weights of the plan's terms, where it was ranked by them.
  var weights: TermWeights?
  /// What made the scores of documents that were reranked.
  var reranked: RerankedDocuments?
}

/// The weights of a plan's terms.
struct TermWeights {
  /// Inverse document frequencies, times how often each was typed.
  var idf: [Double]
  /// How many texts match each.
  var found: [Int]
  /// What a frequency is multiplied by to be an integer.
  var scale: Double

  /// The integer weight of a term.
  func weight(_ index: Int) -> UInt32 {
    UInt32(max(1, (idf[index] * scale).rounded()))
  }
}
