import Foundation

/// Terms that feedback added to a query, by number, with their weights, the heaviest first.
struct Feedback {
  var terms: [(number: UInt32, weight: Double)] = []
}

/// Finds the terms that the best documents share, and adds up what they give to each document.
///
/// A hot file: every word of the documents passes here, in the memory of ``ForwardWords`` and
/// ``TermSlots``.
struct FeedbackFinder {
  static let documents = 20
  static let terms = 60
  /// How much feedback counts for against the query.
  static let weight = 0.6

  let session: IndexSession

  private var words: ForwardWords { session.forwardWords }
  private var slots: TermSlots { session.slots }

  /// A term of the best documents: its weight there, and in how many it stands.
  private struct Found {
    var term: UInt32
    var weight = 0.0
    var documents = 0
  }

  /// Finds terms among documents, best first.
  ///
  /// - Parameter weight: what the query's parts weigh together.
  func find(_ ranked: [Reranker.Candidate], weight: Double) throws -> Feedback {
    guard let top = ranked.first?.score, top > 0, ranked.count > 1 else { return Feedback() }
    let best = ranked.prefix(Self.documents)
    var shares = best.map { pow($0.score / top, 4) }
    let sum = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= sum }
    var found: [Found] = []
    var counts: [FieldCounts] = []
    var open: [Int] = []
    slots.reserve(words.termLimit)
    for (candidate, share) in zip(best, shares) {
      count(candidate.document, into: &counts, open: &open) { term in
        found.append(Found(term: term))
      }
      for slot in open {
        found[slot].weight +=
          share * RankingParameters.standard.share(counts[slot], norm: candidate.norm)
        found[slot].documents += 1
        counts[slot] = FieldCounts()
      }
    }
    slots.clear()
    // Of few documents, each may hold what the others lack.
    let least = best.count < Self.documents ? 1 : 2
    var heaviest: [(number: UInt32, weight: Double)] = []
    for entry in found where entry.documents >= least {
      let telling = try session.facts.feedbackWeight(entry.term) * entry.weight
      insert((entry.term, telling), into: &heaviest)
    }
    let added = heaviest.reduce(0) { $0 + $1.weight }
    guard added > 0 else { return Feedback() }
    let scale = Self.weight * weight / added
    return Feedback(terms: heaviest.map { ($0.number, $0.weight * scale) })
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
    if heaviest.count == Self.terms {
      guard isBefore(term, heaviest[Self.terms - 1]) else { return }
      heaviest.removeLast()
    }
    var place = heaviest.count
    while place > 0, isBefore(term, heaviest[place - 1]) { place -= 1 }
    heaviest.insert(term, at: place)
  }

  /// Adds to every document what the terms of feedback give.
  func add(_ feedback: Feedback, to documents: inout [Reranker.Candidate]) {
    slots.reserve(words.termLimit)
    for (slot, term) in feedback.terms.enumerated() { slots.set(term.number, slot + 1) }
    defer { slots.clear() }
    var counts = [FieldCounts](repeating: FieldCounts(), count: feedback.terms.count)
    var open: [Int] = []
    for index in documents.indices {
      count(documents[index].document, into: &counts, open: &open)
      var sum = 0.0
      for slot in open {
        sum +=
          feedback.terms[slot].weight
          * RankingParameters.standard.share(counts[slot], norm: documents[index].norm)
        counts[slot] = FieldCounts()
      }
      documents[index].feedback = sum
    }
  }

  /// Counts the terms that have slots in a document, and lists those it holds in `open`.
  ///
  /// - Parameter add: called for a term without a slot, which gets the next one; `nil` to pass it.
  @inline(__always)
  private func count(
    _ document: ForwardDocument, into counts: inout [FieldCounts], open: inout [Int],
    add: ((UInt32) -> Void)? = nil
  ) {
    open.removeAll(keepingCapacity: true)
    let terms = words.terms
    let table = slots.table
    for place in document.words {
      let term = terms[place]
      var slot = Int(table[Int(term)])
      if slot == 0 {
        // Documents of very many different words fill the table; the rest of them is left out.
        guard let add, term != 0, counts.count < TermSlots.limit else { continue }
        add(term)
        counts.append(FieldCounts())
        slot = counts.count
        slots.set(term, slot)
      }
      if counts[slot - 1].body == 0, counts[slot - 1].title == 0 { open.append(slot - 1) }
      if place < document.titleEnd {
        counts[slot - 1].title += 1
      } else {
        counts[slot - 1].body += 1
      }
    }
  }
}
