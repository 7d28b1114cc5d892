import Ranking

/// Finds the terms of a document that tell most of what it is about.
struct SimilarTerms {
  let session: IndexSession

  /// How many terms stand for a document.
  static let limit = 24

  /// The terms, weighted by how much they tell: impact times inverse document frequency.
  func terms(of document: Int) throws -> [PlannedTerm] {
    let forward = session.forwardTerms
    try session.forward.read(CollectionOfOne(UInt32(document)), into: forward)
    guard let text = forward.documents.first else { return [] }
    let parameters = BM25F.standard
    let norm = parameters.norm(
      length: parameters.length(text.lengths), average: session.snapshot.averages.document)
    let total = Double(session.snapshot.documentCount)
    var weighted: [(term: UInt32, weight: Double)] = []
    for entry in text.entries {
      let term = forward.entries.terms[entry]
      let count = try session.facts.documentCount(term)
      guard count > 1, try session.facts.isTelling(term) else { continue }
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      let impact = parameters.impact(forward.entries.counts(entry), norm: norm)
      weighted.append((term, Double(impact) / 255 * idf))
    }
    weighted.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    let best = weighted.prefix(Self.limit)
    let top = best.first?.weight ?? 1
    return try best.compactMap { entry in
      guard let term = try session.facts.term(entry.term) else { return nil }
      return PlannedTerm(
        label: term, members: [PlannedMember(pattern: .term(term))], weight: entry.weight / top)
    }
  }
}
