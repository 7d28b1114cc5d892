import Literature

/// People whom a service supports or employs, not the participants of a study.
extension CountFinder {
  /// Whether each phrase says that people were served.
  private static let serves = PhraseTables.standard.belong(toRule: "people served")

  /// Marks the people of "we supported 412 people" and "300 people used our service".
  mutating func markServed() {
    // Sets of words, so that time stays linear.
    var (inTitle, inText) = (Set<Int>(), Set<Int>())
    for mention in document.mentions(of: .method) where Self.serves[mention.phrase] {
      if mention.inTitle {
        inTitle.formUnion(mention.words)
      } else {
        inText.formUnion(mention.words)
      }
    }
    for at in candidates.indices {
      let served = candidates[at].inTitle ? inTitle : inText
      if candidates[at].words.contains(where: { served.contains($0) }) {
        candidates[at][.served] = 1
      }
    }
  }
}
