/// A scored part of a query, as reranking looks for it in term vectors.
struct RerankPart {
  /// The numbers of the terms, or of the terms of the phrases, that match it, and how much each
  /// counts for, 0 to 1.
  ///
  /// A stop word inside a phrase is 0.
  var forms: [(terms: [UInt32], weight: Double)]
  /// Inverse document frequency times how often it was typed.
  var weight: Double
}

/// A document that is being reranked.
struct RerankCandidate {
  let number: UInt32
  /// Its score in the first stage.
  let firstScore: Double
  let vector: TermVector
  /// What saturation is measured against.
  let norm: Float
  /// How much more the first stage gave than title and text explain.
  var unexplained = 0.0
  var scores = FeatureScores()

  var score: Double { scores.sum }
}

/// The documents that are being reranked.
struct RerankCandidates {
  var documents: [RerankCandidate] = []
  /// What each part of the query gives by title and text: by document, then by part.
  var partScores: [Double] = []
  /// The terms of feedback; found among the candidates where there are none yet.
  var feedback: [FeedbackTerm] = []

  /// The documents by score, best first, equal ones by number.
  var order: [Int] {
    let scores = documents.map(\.score)
    return documents.indices.sorted {
      scores[$0] != scores[$1]
        ? scores[$0] > scores[$1] : documents[$0].number < documents[$1].number
    }
  }
}

/// A term that feedback adds to a query.
struct FeedbackTerm {
  var term: UInt32
  var weight: Double
}
