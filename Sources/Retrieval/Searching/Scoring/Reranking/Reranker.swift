import Ranking

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

  let session: IndexSession
  /// The terms of each part of the query, by number, with how much they count for, and its weight.
  let parts: [Part]
  /// The lists of the first ranking: by segment, then by part.
  let opened: [[[TermGroup.Member]]]

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

  /// A document while it is being scored.
  struct Candidate {
    let number: UInt32
    let document: ForwardDocument
    /// What saturation is measured against.
    var norm: Float
    /// What the parts of the query give together.
    var words: Double
    /// How much more the first ranking gave than title and text explain.
    var unexplained: Double
    /// What authors, headings and stop words give.
    var elsewhere = 0.0
    var proximity = 0.0
    var feedback = 0.0

    var score: Double { words + elsewhere + proximity + feedback }
  }

  /// Scores the candidates anew.
  ///
  /// - Parameters:
  ///   - candidates: numbers, and scores in the first ranking.
  ///   - known: terms that feedback found before; `nil` to find them among the candidates.
  func rerank(
    _ candidates: [(number: UInt32, score: Double)], feedback known: Feedback? = nil
  ) throws -> Reranking {
    let terms = session.forwardTerms
    try session.forward.read(candidates.map(\.number), into: terms)
    let finder = PartFinder(parts, entries: terms.entries)
    var scores = WordScores(parts: parts, averages: session.snapshot.averages)
    defer { scores.end() }
    var pairs = WordPairs(parts: parts.count)
    var documents: [Candidate] = []
    documents.reserveCapacity(candidates.count)
    var occurrences: [PartFinder.Occurrence] = []
    for (candidate, document) in zip(candidates, terms.documents) {
      finder.find(in: document, &occurrences)
      documents.append(
        scores.score(
          candidate.number, first: candidate.score, document, of: terms, occurrences))
      pairs.count(document, occurrences)
    }
    pairs.add(to: &documents)
    ElsewhereScores(snapshot: session.snapshot, opened: opened, weights: parts.map(\.weight))
      .add(to: &documents, own: scores.own)
    var order = sorted(documents)
    let feedbackFinder = FeedbackFinder(session: session)
    let feedback =
      try known
      ?? feedbackFinder.find(
        order.prefix(FeedbackFinder.documents).map { documents[$0] },
        weight: parts.reduce(0) { $0 + $1.weight })
    if !feedback.terms.isEmpty {
      feedbackFinder.add(feedback, to: &documents)
      order = sorted(documents)
    }
    return Reranking(
      documents: order.map { index in
        let document = documents[index]
        return Reranking.Document(
          number: document.number, score: document.score, elsewhere: document.elsewhere,
          proximity: document.proximity, feedback: document.feedback, candidate: index)
      }, feedback: feedback, partCount: parts.count, partScores: scores.own)
  }

  /// The documents by their scores, best first, equal ones by number.
  private func sorted(_ documents: [Candidate]) -> [Int] {
    let scores = documents.map(\.score)
    return documents.indices.sorted {
      scores[$0] != scores[$1]
        ? scores[$0] > scores[$1] : documents[$0].number < documents[$1].number
    }
  }
}
