import Foundation
import Ranking

/// Terms that feedback added to a query, by number, with their weights, the heaviest first.
struct Feedback {
  var terms: [(number: UInt32, weight: Double)] = []
}

/// Finds the terms that the best documents share, and adds up what they give to each document.
///
/// A hot file: every term of the documents passes here, in the memory of ``ForwardTerms`` and
/// ``TermSlots``.
struct FeedbackFinder {
  static let documents = 20
  static let mostTerms = 60
  /// How much feedback counts for against the query.
  static let weight = 0.6

  let session: IndexSession

  private var terms: ForwardTerms { session.forwardTerms }
  private var slots: TermSlots { session.slots }

  /// A term of the best documents: its weight there, and in how many it stands.
  private struct Found {
    var term: UInt32
    var documents: Int32 = 0
    var weight = 0.0
  }

  /// Finds terms among documents, best first.
  ///
  /// - Parameters:
  ///   - best: at most ``documents``.
  ///   - weight: what the query's parts weigh together.
  func find(_ best: [Reranker.Candidate], weight: Double) throws -> Feedback {
    guard let top = best.first?.score, top > 0, best.count > 1 else { return Feedback() }
    var shares = best.map { pow($0.score / top, 4) }
    let sum = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= sum }
    // Documents of very many different words fill the table; the rest of them is left out.
    let most = min(
      best.reduce(0) { $0 + $1.document.entries.count }, TermSlots.limit)
    // Of few documents, each may hold what the others lack.
    let least = best.count < Self.documents ? 1 : 2
    var heaviest: [(number: UInt32, weight: Double)] = []
    try withUnsafeTemporaryAllocation(of: Found.self, capacity: most) { found in
      var count = 0
      slots.reserve(terms.termLimit)
      for (candidate, share) in zip(best, shares) {
        add(candidate, share, to: found, &count)
      }
      slots.clear(found[..<count].lazy.map(\.term))
      for entry in found[..<count] where entry.documents >= least {
        let telling = try session.facts.feedbackWeight(entry.term) * entry.weight
        insert((entry.term, telling), into: &heaviest)
      }
    }
    let added = heaviest.reduce(0) { $0 + $1.weight }
    guard added > 0 else { return Feedback() }
    let scale = Self.weight * weight / added
    return Feedback(terms: heaviest.map { ($0.number, $0.weight * scale) })
  }

  /// Adds the terms of one of the best documents, which counts for a share of them all, to the
  /// first `count` that were found.
  private func add(
    _ candidate: Reranker.Candidate, _ share: Double, to found: UnsafeMutableBufferPointer<Found>,
    _ count: inout Int
  ) {
    let parameters = BM25F.standard
    let entries = terms.entries
    let table = slots.table
    for entry in candidate.document.entries {
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
  private func insert(
    _ term: (number: UInt32, weight: Double),
    into heaviest: inout [(number: UInt32, weight: Double)]
  ) {
    func isBefore(
      _ left: (number: UInt32, weight: Double), _ right: (number: UInt32, weight: Double)
    ) -> Bool {
      left.weight != right.weight ? left.weight > right.weight : left.number < right.number
    }
    guard term.weight > 0 else { return }
    if heaviest.count == Self.mostTerms {
      guard isBefore(term, heaviest[Self.mostTerms - 1]) else { return }
      heaviest.removeLast()
    }
    var place = heaviest.count
    while place > 0, isBefore(term, heaviest[place - 1]) { place -= 1 }
    heaviest.insert(term, at: place)
  }

  /// Adds to every document what the terms of feedback give.
  func add(_ feedback: Feedback, to documents: inout [Reranker.Candidate]) {
    let parameters = BM25F.standard
    let entries = terms.entries
    // Terms of feedback were read into the same memory.
    slots.reserve(terms.termLimit)
    let table = slots.table
    for (slot, term) in feedback.terms.enumerated() { table[Int(term.number)] = UInt16(slot + 1) }
    defer { slots.clear(feedback.terms.lazy.map(\.number)) }
    for index in documents.indices {
      let norm = documents[index].norm
      var sum = 0.0
      for entry in documents[index].document.entries {
        let slot = Int(table[Int(entries.terms[entry])])
        if slot == 0 { continue }
        sum +=
          feedback.terms[slot - 1].weight
          * parameters.share(entries.counts(entry), norm: norm)
      }
      documents[index].feedback = sum
    }
  }
}
