import Embeddings

/// Scores documents that are close in meaning to the query, whatever their words.
///
/// The embeddings of the query and the documents are compared; that of the query is first moved
/// towards those of the best documents. The score is added to that of the words, because each finds
/// documents that the other misses.
///
/// Based on Li, Mourad, Zhuang, Koopman and Zuccon, *Pseudo relevance feedback with deep language
/// models and dense retrievers* (TOIS 2023), and Wang, Zhuang and Zuccon, *BERT-based dense
/// retrievers require interpolation with BM25* (ICTIR 2021).
struct MeaningScorer: RerankingScorer {
  /// The score that a document of the same meaning adds, relative to the best score of the words,
  /// if the embeddings of documents are made of their words.
  static let weight = 0.7
  /// The weight if all documents are encoded; if only some are, the weight is in between.
  static let encodedWeight = 2.0
  /// Number of best documents towards which the query is moved.
  static let feedbackDocuments = 5
  /// The weight of these documents relative to a query of words.
  static let feedbackWeight: Float = 0.5
  /// The weight of these documents relative to an encoded query, which needs less of them.
  static let feedbackWeightOfEncoded: Float = 0.3

  let vectors: TermVectors

  func score(_ candidates: inout RerankCandidates) {
    guard var meaning = candidates.meaning else { return }
    if meaning.highestScore == nil { addFeedback(candidates, to: &meaning) }
    let highest = meaning.highestScore ?? highestScore(candidates) * Double(meaning.known)
    let query = Embedding(meaning.vector)
    for (index, document) in candidates.documents.enumerated() {
      guard let embedding = vectors.embedding(of: document.vector) else { continue }
      let cosine = query.cosine(embedding)
      candidates.documents[index].scores[.meaning] = highest * Double(max(0, cosine))
    }
    meaning.highestScore = highest
    candidates.meaning = meaning
  }

  /// The score that a document of exactly the same meaning adds.
  private func highestScore(_ candidates: RerankCandidates) -> Double {
    var best = 0.0
    var encoded = 0.0
    for document in candidates.documents {
      best = max(best, document.score)
      if document.vector.isEncoded { encoded += 1 }
    }
    let share = encoded / Double(max(1, candidates.documents.count))
    return best * (Self.weight + (Self.encodedWeight - Self.weight) * share)
  }

  /// Moves a query towards the best documents, weighted by their squared scores.
  private func addFeedback(_ candidates: RerankCandidates, to query: inout QueryMeaning) {
    let best = candidates.best(Self.feedbackDocuments)
    guard let top = best.first?.score, top > 0 else { return }
    var mean = [Float](repeating: 0, count: Embedding.dimensions)
    for document in best {
      guard let embedding = vectors.embedding(of: document.vector) else { continue }
      let share = Float(document.score / top)
      Embedding.add(embedding, weight: share * share, to: &mean)
    }
    let weight = query.isEncoded ? Self.feedbackWeightOfEncoded : Self.feedbackWeight
    query.vector = zip(query.vector, mean.normalized).map { $0 + weight * $1 }.normalized
  }
}
