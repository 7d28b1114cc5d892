import Foundation
import Ranking

/// Finds the terms that the best documents share.
///
/// On the hot path: processes every term of the documents, in the memory of ``TermVectors`` and
/// ``TermLookup``.
struct FeedbackTermFinder {
  /// The number of best documents that are read.
  static let documents = 20
  static let mostTerms = 60

  let statistics: TermStatistics
  let buffers: RerankingBuffers

  /// A term of the best documents: its weight in them, and the number of them that contain it.
  private struct Found {
    var term: UInt32
    var documents: Int32 = 0
    var weight = 0.0
  }

  /// Finds terms in documents, the heaviest first.
  ///
  /// - Parameters:
  ///   - best: at most ``documents``.
  ///   - weight: the sum of the weights of the terms found.
  func find(_ best: [RerankCandidate], weight: Double) throws -> [FeedbackTerm] {
    guard let top = best.first?.score, top > 0 else { return [] }
    var shares = best.map { pow($0.score / top, 4) }
    let sum = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= sum }
    // Documents with very many different words may fill the table; further words are ignored.
    let most = min(best.reduce(0) { $0 + $1.vector.entries.count }, TermLookup.limit)
    // With few documents, a term may occur in only one of them.
    let least = best.count < Self.documents ? 1 : 2
    var heaviest: [FeedbackTerm] = []
    try withUnsafeTemporaryAllocation(of: Found.self, capacity: most) { found in
      var count = 0
      buffers.lookup.reserve(buffers.vectors.termLimit)
      for (candidate, share) in zip(best, shares) { add(candidate, share, to: found, &count) }
      buffers.lookup.clear(found[..<count].lazy.map(\.term))
      for entry in found[..<count] where entry.documents >= least {
        let weight = try statistics.feedbackWeight(entry.term) * entry.weight
        insert(FeedbackTerm(term: entry.term, weight: weight), into: &heaviest)
      }
    }
    let added = heaviest.reduce(0) { $0 + $1.weight }
    guard added > 0 else { return [] }
    let scale = weight / added
    return heaviest.map { FeedbackTerm(term: $0.term, weight: $0.weight * scale) }
  }

  /// Adds the terms of one of the best documents, weighted by its share, to the first `count` terms
  /// found.
  private func add(
    _ candidate: RerankCandidate, _ share: Double, to found: UnsafeMutableBufferPointer<Found>,
    _ count: inout Int
  ) {
    let parameters = BM25F.standard
    let entries = buffers.vectors.entries
    let table = buffers.lookup.table
    for entry in candidate.vector.entries {
      let term = entries.terms[entry]
      var slot = Int(table[Int(term)])
      if slot == 0 {
        guard count < found.count else { continue }
        found.initializeElement(at: count, to: Found(term: term))
        count += 1
        slot = count
        table[Int(term)] = UInt16(slot)
      }
      found[slot - 1].weight +=
        share * parameters.share(entries.counts(entry), norm: candidate.norm)
      found[slot - 1].documents += 1
    }
  }

  /// Keeps the heaviest terms in order, equal ones by number.
  private func insert(_ term: FeedbackTerm, into heaviest: inout [FeedbackTerm]) {
    func isBefore(_ left: FeedbackTerm, _ right: FeedbackTerm) -> Bool {
      left.weight != right.weight ? left.weight > right.weight : left.term < right.term
    }
    guard term.weight > 0 else { return }
    if heaviest.count == Self.mostTerms {
      guard isBefore(term, heaviest[Self.mostTerms - 1]) else { return }
      heaviest.removeLast()
    }
    var index = heaviest.count
    while index > 0, isBefore(term, heaviest[index - 1]) { index -= 1 }
    heaviest.insert(term, at: index)
  }
}
