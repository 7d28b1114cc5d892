import Ranking

/// Finds the most informative terms of a document.
struct SimilarTerms {
  let snapshot: IndexSnapshot
  let dictionary: TermDictionary
  let statistics: TermStatistics
  let termVectors: TermVectorReader
  let buffers: RerankingBuffers

  /// The number of terms that represent a document.
  static let limit = 24

  /// The terms, weighted by impact times inverse document frequency.
  func terms(of document: Int) throws -> [PlannedTerm] {
    let vectors = buffers.vectors
    try termVectors.read(CollectionOfOne(UInt32(document)), into: vectors)
    guard let vector = vectors.documents.first else { return [] }
    let parameters = BM25F.standard
    let norm = parameters.norm(vector.lengths, average: snapshot.averages.document)
    let total = Double(snapshot.documentCount)
    var weighted: [(term: UInt32, weight: Double)] = []
    for entry in vector.entries {
      let term = vectors.entries.terms[entry]
      let count = try statistics.documentCount(term)
      guard count > 1, try statistics.isInformative(term) else { continue }
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      let impact = parameters.impact(vectors.entries.counts(entry), norm: norm)
      weighted.append((term, Double(impact) / 255 * idf))
    }
    weighted.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    let best = weighted.prefix(Self.limit)
    let top = best.first?.weight ?? 1
    return try best.compactMap { entry in
      guard let term = try dictionary.term(entry.term) else { return nil }
      return PlannedTerm(
        label: term, members: [PlannedMember(pattern: .term(term))], weight: entry.weight / top)
    }
  }
}
