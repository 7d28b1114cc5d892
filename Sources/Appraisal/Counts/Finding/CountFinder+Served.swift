import Literature

/// People whom a service supports or employs, not the participants of a study.
extension CountFinder {
  /// Whether each phrase says that people were served.
  private static let serves = PhraseTables.standard.belong(toRule: "people served")

  /// Marks the people of "we supported 412 people" and "300 people used our service".
  mutating func markServed() {
    let mentions = document.mentions(of: .method).filter { Self.serves[$0.phrase] }
    if mentions.isEmpty { return }
    for at in candidates.indices {
      let (words, inTitle) = (candidates[at].words, candidates[at].inTitle)
      if mentions.contains(where: { $0.inTitle == inTitle && $0.words.overlaps(words) }) {
        candidates[at][.served] = 1
      }
    }
  }
}
