import Foundation

/// Orders the best documents of the first ranking anew, with what only their words in order tell:
/// the best passage, words of the query near each other, and what the best of them have in common.
///
/// - The score of a document is half its own and half that of its best passage (Callan 1994).
/// - Words of the query within eight words of each other add for every pair (after Metzler and
///   Croft's unordered windows, 2005), weighted by how rare the pair is among the candidates.
/// - Feedback (after Lavrenko and Croft's relevance models, 2001): terms that the best documents
///   share are added to the query. A document counts by the fourth power of its score, so that a
///   query with one clear answer hardly drifts.
///
/// The constants were chosen over five test collections together, and are flat around the choice;
/// `docs/measuring.md` tells what each brings.
struct Reranker {
  /// How many documents are ordered anew.
  static let candidates = 100
  static let passageShare = 0.5

  let session: IndexSession
  /// The terms of each part of the query, by number, with how much they count for, and its weight.
  let parts: [Part]

  /// A scored part of the query.
  struct Part {
    /// Numbers of the terms, or of the terms of the phrases, that match it, and how much each
    /// counts for, 0 to 1.
    ///
    /// A stop word inside a phrase is 0.
    var forms: [(terms: [UInt32], factor: Double)]
    /// Inverse document frequency times how often it was typed.
    var weight: Double
  }

  /// A document with its new score, and what made it.
  struct Reranked {
    var number: UInt32
    var score: Double
    /// What each part of the query gave.
    var parts: [Double]
    var proximity: Double
    var feedback: Double
  }

  private var parameters: RankingParameters { .standard }
  private var words: ForwardWords { session.forwardWords }

  /// Scores the candidates anew, best first.
  ///
  /// - Parameter known: terms that feedback found before; `nil` to find them among the candidates.
  func rerank(
    _ candidates: [UInt32], feedback known: Feedback? = nil
  ) throws -> (documents: [Reranked], feedback: Feedback) {
    words.removeAll()
    for number in candidates { try session.forward.read(Int(number), into: words) }
    let slots = session.slots
    defer { slots.clear() }
    var documents = score(candidates, PartFinder(parts, slots: slots))
    slots.clear()
    WordPairs(parts: parts.count, words: words).add(to: &documents)
    var order = sorted(documents)
    let finder = FeedbackFinder(session: session)
    let feedback =
      try known
      ?? finder.find(
        order.map { documents[$0] }, weight: parts.reduce(0) { $0 + $1.weight })
    if !feedback.terms.isEmpty {
      finder.add(feedback, to: &documents)
      order = sorted(documents)
    }
    let reranked = order.map { index in
      let document = documents[index]
      return Reranked(
        number: document.number, score: document.score, parts: document.parts,
        proximity: document.proximity, feedback: document.feedback)
    }
    return (reranked, feedback)
  }

  /// A document while it is being scored.
  struct Candidate {
    let number: UInt32
    let document: ForwardDocument
    /// What saturation is measured against.
    var norm: Float
    /// What each part of the query gives.
    var parts: [Double]
    var proximity = 0.0
    var feedback = 0.0
    /// Where the parts stand.
    var occurrences: [PartFinder.Occurrence]

    var score: Double { parts.reduce(0, +) + proximity + feedback }
  }

  /// The documents by their scores, best first, equal ones by number.
  private func sorted(_ documents: [Candidate]) -> [Int] {
    let scores = documents.map(\.score)
    return documents.indices.sorted {
      scores[$0] != scores[$1]
        ? scores[$0] > scores[$1] : documents[$0].number < documents[$1].number
    }
  }

  // MARK: Words and passages

  private func score(_ candidates: [UInt32], _ finder: PartFinder) -> [Candidate] {
    zip(candidates, words.documents).map { number, document in
      var occurrences: [PartFinder.Occurrence] = []
      finder.find(in: document, of: words, into: &occurrences)
      return score(number, document, occurrences)
    }
  }

  private func score(
    _ number: UInt32, _ document: ForwardDocument, _ occurrences: [PartFinder.Occurrence]
  ) -> Candidate {
    let averages = session.snapshot.averages
    var title = [Float](repeating: 0, count: parts.count)
    var next = 0
    while next < occurrences.count, occurrences[next].place < document.titleEnd {
      title[occurrences[next].part] += occurrences[next].factor
      next += 1
    }
    let titleLength = Float(document.title.count)
    // Of the body: in all passages, and in the one at hand.
    var whole = [Float](repeating: 0, count: parts.count)
    var counts = whole
    var scores = [Double](repeating: 0, count: parts.count)
    var best = scores
    var bestScore = -1.0
    for index in document.passages {
      let passage = words.passage(index, of: document)
      for part in counts.indices { counts[part] = 0 }
      while next < occurrences.count, occurrences[next].place < passage.upperBound {
        counts[occurrences[next].part] += occurrences[next].factor
        next += 1
      }
      let norm = norm(body: Float(passage.count), title: titleLength, average: averages.passage)
      var sum = 0.0
      for part in counts.indices {
        whole[part] += counts[part]
        scores[part] = parts[part].weight * impact(counts[part], title[part], norm)
        sum += scores[part]
      }
      if sum > bestScore {
        bestScore = sum
        swap(&best, &scores)
      }
    }
    let norm = norm(
      body: Float(document.body.count), title: titleLength, average: averages.document)
    let own = parts.indices.map { part in
      let own = parts[part].weight * impact(whole[part], title[part], norm)
      return (1 - Self.passageShare) * own + Self.passageShare * best[part]
    }
    return Candidate(
      number: number, document: document, norm: norm, parts: own, occurrences: occurrences)
  }

  private func norm(body: Float, title: Float, average: Float) -> Float {
    parameters.norm(
      length: parameters.length(FieldCounts(body: body, title: title)), average: average)
  }

  /// The impact, 0 to 1, of counts in the body and the title.
  private func impact(_ body: Float, _ title: Float, _ norm: Float) -> Double {
    parameters.share(FieldCounts(body: body, title: title), norm: norm)
  }
}
