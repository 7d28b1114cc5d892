/// Documents in their new order, with what made their scores.
struct RerankedDocuments {
  /// A document with its score and what made it.
  struct Document {
    var number: UInt32
    var score: Double
    var scores: FeatureScores
    /// Its place among the candidates.
    var candidate: Int
  }

  /// Best first.
  var documents: [Document]
  var feedback: [FeedbackTerm]
  let partCount: Int
  /// What the parts of the query gave: by candidate, then by part.
  let partScores: [Double]

  init(_ candidates: RerankCandidates, partCount: Int) {
    documents = candidates.order.map { index in
      let document = candidates.documents[index]
      return Document(
        number: document.number, score: document.score, scores: document.scores, candidate: index)
    }
    feedback = candidates.feedback
    self.partCount = partCount
    partScores = candidates.partScores
  }

  /// The document of a number, with what each part of the query gave to it.
  func document(_ number: UInt32) -> (document: Document, parts: [Double])? {
    guard let document = documents.first(where: { $0.number == number }) else { return nil }
    let first = document.candidate * partCount
    return (document, Array(partScores[first..<first + partCount]))
  }
}
