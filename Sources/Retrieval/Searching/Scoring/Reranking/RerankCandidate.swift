import Ranking

/// A scored part of a query, as found in term vectors by reranking.
struct RerankPart {
  /// A term or phrase that matches a part.
  struct Form {
    /// Term numbers; 0 marks a stop word in a phrase.
    var terms: [UInt32]
    /// 0 to 1.
    var weight: Double
    /// The documents in which it means something else; `nil` for none.
    var others: SortedIDs?
  }

  /// The terms and phrases that match it.
  var forms: [Form]
  /// Inverse document frequency, multiplied by the number of times it was typed.
  var weight: Double
}

/// A document that is being reranked.
struct RerankCandidate {
  let number: UInt32
  /// Its score in the first stage.
  let firstScore: Double
  let vector: TermVector
  /// The BM25F length norm.
  let norm: Float
  /// The part of the first-stage score not explained by title and text.
  var unexplained = 0.0
  var scores = FeatureScores()

  var score: Double { scores.sum }
}

/// The documents that are being reranked.
struct RerankCandidates {
  var documents: [RerankCandidate] = []
  /// The scores of each part of the query in title and text: by document, then by part.
  var partScores: [Double] = []
  /// The feedback terms; if there are none, they are found among the candidates.
  var feedback: [FeedbackTerm] = []
  /// The meaning of the query; `nil` if it is not used.
  var meaning: QueryMeaning?

  /// The first few documents of ``order``, found without sorting all.
  func best(_ count: Int) -> [RerankCandidate] {
    var best: [(score: Double, index: Int)] = []
    for (index, document) in documents.enumerated() {
      let score = document.score
      if best.count == count {
        guard let last = best.last, isBefore((score, index), last) else { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, isBefore((score, index), best[place - 1]) { place -= 1 }
      best.insert((score, index), at: place)
    }
    return best.map { documents[$0.index] }
  }

  private func isBefore(
    _ left: (score: Double, index: Int), _ right: (score: Double, index: Int)
  ) -> Bool {
    left.score != right.score
      ? left.score > right.score : documents[left.index].number < documents[right.index].number
  }

  /// The documents by score, best first; equal scores by internal number.
  var order: [Int] {
    let scores = documents.map(\.score)
    return documents.indices.sorted {
      scores[$0] != scores[$1]
        ? scores[$0] > scores[$1] : documents[$0].number < documents[$1].number
    }
  }
}

/// A term that feedback adds to a query.
struct FeedbackTerm {
  var term: UInt32
  var weight: Double
}
