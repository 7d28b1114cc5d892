/// Finds the terms of a document that tell most of what it is about.
struct SimilarTerms {
  let session: IndexSession

  /// How many terms stand for a document.
  static let limit = 24

  /// The terms, weighted by how much they tell: impact times inverse document frequency.
  func terms(of document: Int) throws -> [PlannedTerm] {
    let words = session.forwardWords
    words.removeAll()
    try session.forward.read(document, into: words)
    guard let text = words.documents.first else { return [] }
    var counts: [UInt32: FieldCounts] = [:]
    for place in text.title { counts[words.terms[place], default: FieldCounts()].title += 1 }
    for place in text.body { counts[words.terms[place], default: FieldCounts()].body += 1 }
    counts[0] = nil
    let parameters = RankingParameters.standard
    let length = parameters.length(
      FieldCounts(body: Float(text.body.count), title: Float(text.title.count)))
    let norm = parameters.norm(length: length, average: session.snapshot.averages.document)
    let total = Double(session.snapshot.documentCount)
    var weighted: [(term: UInt32, weight: Double)] = []
    for (term, counts) in counts {
      let count = try session.facts.documentCount(term)
      guard count > 1, try session.facts.isTelling(term) else { continue }
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      weighted.append((term, Double(parameters.impact(counts, norm: norm)) / 255 * idf))
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
