/// A document that is being reranked.
struct RerankCandidate {
  let number: UInt32
  /// Its score in the first stage.
  let firstScore: Double
  let vector: TermVector
  /// The BM25F length norm.
  let norm: Float
  /// The part of the first-stage score not explained by title and text.
  var unexplained = 0.0
  var scores = FeatureScores()

  var score: Double { scores.sum }
}
