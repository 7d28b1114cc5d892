/// Documents in their new order, with the components of their scores.
struct RerankedDocuments {
  /// A document with its score and its components.
  struct Entry {
    var number: UInt32
    var score: Double
    var scores: FeatureScores
    /// Its index among the candidates.
    var candidate: Int
  }

  /// Best first.
  var documents: [Entry]
  var feedback: [FeedbackTerm]
  /// The meaning of the query, as found by reranking.
  var meaning: QueryMeaning?
  let partCount: Int
  /// The scores of the parts of the query: by candidate, then by part.
  let partScores: [Double]

  init(_ candidates: RerankCandidates, partCount: Int) {
    documents = candidates.order.map { index in
      let document = candidates.documents[index]
      return Entry(
        number: document.number, score: document.score, scores: document.scores, candidate: index)
    }
    feedback = candidates.feedback
    meaning = candidates.meaning
    self.partCount = partCount
    partScores = candidates.partScores
  }

  /// The document with an internal number, with the score of each part of the query.
  func document(_ number: UInt32) -> (document: Entry, parts: [Double])? {
    guard let document = documents.first(where: { $0.number == number }) else { return nil }
    let first = document.candidate * partCount
    return (document, Array(partScores[first..<first + partCount]))
  }
}
