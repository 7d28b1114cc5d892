import Embeddings

/// Scores documents that are close in meaning to the query, whatever their words.
///
/// The embeddings of the query and the documents are compared; that of the query is first moved
/// towards those of the best documents. What encoded documents have in common is left out. The score
/// is added to that of the words, because each finds documents that the other misses.
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
  /// The weight of these documents relative to the query.
  static let feedbackWeight: Float = 0.5
  /// The weight if all documents or the query are encoded, so that less of it is needed.
  static let feedbackWeightOfEncoded: Float = 0.3

  let vectors: TermVectors

  func score(_ candidates: inout RerankCandidates) {
    guard var meaning = candidates.meaning else { return }
    if meaning.highestScore == nil { complete(&meaning, candidates) }
    let highest = meaning.highestScore ?? 0
    let query = Embedding(meaning.vector)
    let common = meaning.centre.product(meaning.vector)
    for (index, document) in candidates.documents.enumerated() {
      guard let embedding = vectors.embedding(of: document.vector) else { continue }
      let cosine = (query.cosine(embedding) - common) / meaning.centre.distance(to: embedding)
      // The numbers of embeddings are rounded, so a quotient can be above 1.
      candidates.documents[index].scores[.meaning] = highest * Double(min(1, max(0, cosine)))
    }
    candidates.meaning = meaning
  }

  /// Finds what depends on the candidates; documents that are scored later use the same.
  private func complete(_ meaning: inout QueryMeaning, _ candidates: RerankCandidates) {
    var best = 0.0
    var encoded = 0.0
    for document in candidates.documents {
      best = max(best, document.score)
      if document.vector.isEncoded { encoded += 1 }
    }
    let share = encoded / Double(max(1, candidates.documents.count))
    if meaning.origin == .words, share > 0 {
      meaning.centre = centre(candidates, share: Float(share))
    }
    addFeedback(candidates, weight: feedbackWeight(meaning.origin, Float(share)), to: &meaning)
    let weight = Self.weight + (Self.encodedWeight - Self.weight) * share
    meaning.highestScore = best * weight * Double(meaning.known)
  }

  /// What candidates have in common, multiplied by the share of them that are encoded: for documents
  /// whose embeddings are made of words, leaving it out gains nothing.
  private func centre(_ candidates: RerankCandidates, share: Float) -> EmbeddingCentre {
    var sum = [Float](repeating: 0, count: Embedding.dimensions)
    for document in candidates.documents {
      guard let embedding = vectors.embedding(of: document.vector) else { continue }
      Embedding.add(embedding, weight: share, to: &sum)
    }
    return EmbeddingCentre(sum: sum, count: candidates.documents.count)
  }

  /// The weight of the best documents relative to a query.
  private func feedbackWeight(_ origin: QueryMeaning.Origin, _ share: Float) -> Float {
    switch origin {
    case .words: Self.feedbackWeight + (Self.feedbackWeightOfEncoded - Self.feedbackWeight) * share
    case .encoder: Self.feedbackWeightOfEncoded
    case .document: Self.feedbackWeight
    }
  }

  /// Moves a query towards the best documents, weighted by their squared scores.
  private func addFeedback(
    _ candidates: RerankCandidates, weight: Float, to query: inout QueryMeaning
  ) {
    let best = candidates.best(Self.feedbackDocuments)
    guard let top = best.first?.score, top > 0 else { return }
    var sum = [Float](repeating: 0, count: Embedding.dimensions)
    var total: Float = 0
    for document in best {
      guard let embedding = vectors.embedding(of: document.vector) else { continue }
      let share = Float(document.score / top)
      // What is left of each document has length 1.
      let factor = share * share / query.centre.distance(to: embedding)
      Embedding.add(embedding, weight: factor, to: &sum)
      total += factor
    }
    let mean = zip(sum, query.centre.vector).map { $0 - total * $1 }.normalized
    query.vector = zip(query.vector, mean).map { $0 + weight * $1 }.normalized
  }
}
