import Ranking

/// Scores words of the query that are near each other.
///
/// The co-occurrences of two parts within a few words, in the title or in the body, are counted,
/// saturated, and weighted by the rarity of the pair among the candidates.
///
/// Based on the unordered windows of Metzler and Croft, *A Markov random field model for term
/// dependencies* (SIGIR 2005).
struct ProximityScorer: RerankingScorer {
  /// The weight of pairs relative to words.
  static let weight = 0.6

  /// The number of parts of the query, at most ``QueryPlan/longestExpanded``.
  private let parts: Int
  /// By document, then by pair with the lower part first.
  private var counts: [Float] = []
  /// By position in the current document: the part that occurs there + 1, or 0.
  private var partAt: [UInt8] = []

  init(parts: Int) {
    self.parts = parts
  }

  /// Counts the pairs of the next document.
  mutating func visit(
    _ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence]
  ) {
    guard parts > 1 else { return }
    let base = counts.count
    counts.append(contentsOf: repeatElement(0, count: parts * parts))
    if occurrences.count < 2 { return }
    let size = candidate.vector.words + NearbyPairs.window + 1
    if partAt.count < size {
      partAt.append(contentsOf: repeatElement(0, count: size - partAt.count))
    }
    let parts = parts
    var others: [OccurrenceFinder.Occurrence] = []
    partAt.withUnsafeMutableBytes { partAt in
      for occurrence in occurrences {
        let position = Int(occurrence.position)
        if partAt[position] == 0 {
          partAt[position] = UInt8(occurrence.part + 1)
        } else {
          others.append(occurrence)
        }
      }
      let pairs = NearbyPairs(
        partAt: UnsafeRawBufferPointer(partAt), others: others,
        titleWords: candidate.vector.titleWords)
      counts.withUnsafeMutableBufferPointer { counts in
        for occurrence in occurrences {
          pairs.forEach(occurrence) { low, high in counts[base + low * parts + high] += 1 }
        }
      }
      for occurrence in occurrences { partAt[Int(occurrence.position)] = 0 }
    }
  }

  func score(_ candidates: inout RerankCandidates) {
    guard parts > 1 else { return }
    let size = parts * parts
    var holding = [Float](repeating: 0, count: size)
    for base in stride(from: 0, to: counts.count, by: size) {
      for pair in 0..<size where counts[base + pair] > 0 { holding[pair] += 1 }
    }
    let total = Double(candidates.documents.count)
    let rarity = holding.map { InverseDocumentFrequency.value(count: Double($0), total: total) }
    let scale = Self.weight * (2 / Double(parts - 1)).squareRoot()
    for index in candidates.documents.indices {
      let norm = Double(candidates.documents[index].norm)
      var sum = 0.0
      for pair in 0..<size {
        let found = Double(counts[index * size + pair])
        if found > 0 { sum += rarity[pair] * BM25F.saturation(found, norm) }
      }
      candidates.documents[index].scores[.proximity] = scale * sum
    }
  }
}
