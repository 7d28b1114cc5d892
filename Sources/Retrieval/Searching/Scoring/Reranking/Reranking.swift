/// Documents in their new order, with what made their scores.
struct Reranking {
  /// A document, its score, and what is part of that beside the parts of the query: authors,
  /// headings and stop words; pairs of words; feedback.
  struct Document {
    var number: UInt32
    var score: Double
    var elsewhere: Double
    var proximity: Double
    var feedback: Double
    /// Its place among the candidates.
    var candidate: Int
  }

  /// Best first.
  var documents: [Document]
  var feedback: Feedback
  let partCount: Int
  /// What the parts of the query gave: by candidate, then by part.
  let partScores: [Double]

  /// The document of a number, with what each part of the query gave to it.
  func document(_ number: UInt32) -> (document: Document, parts: [Double])? {
    guard let document = documents.first(where: { $0.number == number }) else { return nil }
    let first = document.candidate * partCount
    return (document, Array(partScores[first..<first + partCount]))
  }
}
