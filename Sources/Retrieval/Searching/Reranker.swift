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
  static let window = 8
  static let pairWeight = 0.6
  static let feedbackDocuments = 20
  static let feedbackTerms = 60
  static let feedbackWeight = 0.6

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

  /// Terms that feedback added, with their weights.
  struct Feedback {
    var terms: [(number: UInt32, weight: Double)] = []
  }

  private var parameters: RankingParameters { .standard }

  /// Scores the candidates anew, best first.
  ///
  /// - Parameter known: terms that feedback found before; `nil` to find them among the candidates.
  func rerank(
    _ candidates: [UInt32], feedback known: Feedback? = nil
  ) throws -> (documents: [Reranked], feedback: Feedback) {
    let averages = session.snapshot.averages
    let scratch = session.scratch
    defer { scratch.clear() }
    for (index, part) in parts.enumerated() {
      for form in part.forms {
        guard let first = form.terms.first else { continue }
        scratch.mark(first, part: index, factor: form.factor, rest: Array(form.terms.dropFirst()))
      }
    }
    var documents: [Candidate] = candidates.map { number in
      Candidate(number: number, words: session.forward.words(of: Int(number)))
    }
    for index in documents.indices { score(&documents[index], averages, scratch) }
    addPairs(&documents, averages)
    var order = documents.indices.sorted { isBefore(documents[$0], documents[$1]) }
    let feedback = try known ?? feedback(order.map { documents[$0] }, averages, scratch)
    if !feedback.terms.isEmpty {
      for term in feedback.terms { scratch.weigh(term.number, term.weight) }
      for index in documents.indices { addFeedback(&documents[index], averages, scratch) }
      order.sort { isBefore(documents[$0], documents[$1]) }
    }
    let reranked = order.map { index in
      Reranked(
        number: documents[index].number, score: documents[index].score,
        parts: documents[index].parts, proximity: documents[index].proximity,
        feedback: documents[index].feedback)
    }
    return (reranked, feedback)
  }

  private struct Candidate {
    let number: UInt32
    let words: ForwardDocument
    var norm: Float = 1
    var parts: [Double] = []
    var proximity = 0.0
    var feedback = 0.0
    /// Where words of the query stand: place in the document and part.
    var places: [(place: Int, part: Int)] = []
    var pairs: [Double] = []

    var score: Double { parts.reduce(0, +) + proximity + feedback }
  }

  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    left.score != right.score ? left.score > right.score : left.number < right.number
  }

  // MARK: Words and passages

  private func score(
    _ document: inout Candidate, _ averages: AverageLengths, _ scratch: TermScratch
  ) {
    let words = document.words
    var title = [Float](repeating: 0, count: parts.count)
    var whole = title
    for place in words.title {
      scratch.forEachPart(words, at: place) { part, factor in
        title[part] += Float(factor)
        document.places.append((place, part))
      }
    }
    let titleLength = Float(words.title.count)
    var best = [Double](repeating: 0, count: parts.count)
    var bestScore = -1.0
    var counts = [Float](repeating: 0, count: parts.count)
    for index in words.passages.indices {
      let range = words.passage(index)
      for part in counts.indices { counts[part] = 0 }
      for place in range {
        scratch.forEachPart(words, at: place) { part, factor in
          counts[part] += Float(factor)
          document.places.append((place, part))
        }
      }
      let norm = norm(body: Float(range.count), title: titleLength, average: averages.passage)
      var scores = [Double](repeating: 0, count: parts.count)
      for part in counts.indices {
        whole[part] += counts[part]
        scores[part] = parts[part].weight * impact(counts[part], title[part], norm)
      }
      let sum = scores.reduce(0, +)
      if sum > bestScore {
        bestScore = sum
        best = scores
      }
    }
    document.norm = norm(
      body: Float(words.body.count), title: titleLength, average: averages.document)
    document.parts = parts.indices.map { part in
      let own = parts[part].weight * impact(whole[part], title[part], document.norm)
      return (1 - Self.passageShare) * own + Self.passageShare * best[part]
    }
  }

  private func norm(body: Float, title: Float, average: Float) -> Float {
    parameters.norm(
      length: parameters.length(FieldCounts(body: body, title: title)), average: average)
  }

  /// The impact, 0 to 1, of counts in the body and the title.
  private func impact(_ body: Float, _ title: Float, _ norm: Float) -> Double {
    let weighted = parameters.weights.body * body + parameters.weights.title * title
    return weighted > 0 ? Double(weighted / (weighted + norm)) : 0
  }

  // MARK: Pairs

  private func addPairs(_ documents: inout [Candidate], _ averages: AverageLengths) {
    let count = parts.count
    guard count > 1 else { return }
    var holding = [Double](repeating: 0, count: count * count)
    for index in documents.indices {
      documents[index].pairs = pairCounts(documents[index], count)
      for pair in holding.indices where documents[index].pairs[pair] > 0 { holding[pair] += 1 }
    }
    let total = Double(documents.count)
    let scale = Self.pairWeight * (2 / Double(count - 1)).squareRoot()
    for index in documents.indices {
      // The norm is k1 · (length share): the same saturation as for words, for a count of pairs.
      let norm = Double(documents[index].norm)
      var sum = 0.0
      for pair in holding.indices where documents[index].pairs[pair] > 0 {
        let weight = log(1 + (total - holding[pair] + 0.5) / (holding[pair] + 0.5))
        let found = documents[index].pairs[pair]
        sum += weight * found / (found + norm)
      }
      documents[index].proximity = scale * sum
    }
  }

  /// How often each pair of parts stands within the window, title and body apart.
  private func pairCounts(_ document: Candidate, _ count: Int) -> [Double] {
    var pairs = [Double](repeating: 0, count: count * count)
    let places = document.places
    let titleEnd = document.words.title.upperBound
    for first in places.indices {
      var second = first + 1
      while second < places.count, places[second].place - places[first].place <= Self.window {
        let isOneField =
          (places[first].place < titleEnd) == (places[second].place < titleEnd)
        let low = min(places[first].part, places[second].part)
        let high = max(places[first].part, places[second].part)
        if isOneField, low != high, places[first].place != places[second].place {
          pairs[low * count + high] += 1
        }
        second += 1
      }
    }
    return pairs
  }

  // MARK: Feedback

  private func feedback(
    _ ranked: [Candidate], _ averages: AverageLengths, _ scratch: TermScratch
  ) throws -> Feedback {
    guard let top = ranked.first?.score, top > 0, ranked.count > 1 else { return Feedback() }
    let best = ranked.prefix(Self.feedbackDocuments)
    var shares = best.map { pow($0.score / top, 4) }
    let sum = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= sum }
    for (document, share) in zip(best, shares) {
      scratch.collect(document.words, weight: share) { counts in
        impact(counts.body, counts.title, document.norm)
      }
    }
    let total = Double(session.snapshot.documentCount)
    var terms: [(number: UInt32, weight: Double)] = []
    // Of few documents, each may hold what the others lack.
    let least = best.count < Self.feedbackDocuments ? 1 : 2
    for candidate in scratch.collected where candidate.documents >= least {
      guard try session.facts.isTelling(candidate.term) else { continue }
      let idf = InverseDocumentFrequency.value(
        count: Double(try session.facts.documentCount(candidate.term)), total: total)
      terms.append((candidate.term, idf * idf * candidate.weight))
    }
    terms.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.number < $1.number }
    terms.removeSubrange(min(Self.feedbackTerms, terms.count)...)
    let added = terms.reduce(0) { $0 + $1.weight }
    guard added > 0 else { return Feedback() }
    let scale = Self.feedbackWeight * parts.reduce(0) { $0 + $1.weight } / added
    return Feedback(terms: terms.map { ($0.number, $0.weight * scale) })
  }

  private func addFeedback(
    _ document: inout Candidate, _ averages: AverageLengths, _ scratch: TermScratch
  ) {
    var sum = 0.0
    let norm = document.norm
    scratch.forEachWeighed(document.words) { weight, counts in
      sum += weight * impact(counts.body, counts.title, norm)
    }
    document.feedback = sum
  }
}
