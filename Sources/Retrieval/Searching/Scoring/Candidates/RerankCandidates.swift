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
    let scored = documents.enumerated().map { (score: $1.score, index: $0) }
    return scored.sorted(by: isBefore).map(\.index)
  }
}
