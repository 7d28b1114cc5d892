/// Phrases before and after a count that say whose people it counts.
///
/// They are in `contexts.tsv`.
extension CountContext {
  /// A phrase before a count begins at most this many words before it.
  private static let phraseReach = 12
  /// Maximum number of words between a phrase for another study and a count: "a pilot trial, which
  /// enrolled about 20 adults".
  private static let studyGap = 5
  /// Maximum number of words between other phrases and a count.
  private static let wordGap = 1
  /// A phrase after a count begins at most this many words after it.
  private static let reachAfter = 6

  /// Sets the features of the phrases before and after a count, in its clause.
  func phrases(before from: Int, after to: Int, _ candidate: inout CountCandidate) {
    let contexts = document.tables.contexts
    let start = max(sentence.words.lowerBound, from - Self.phraseReach)
    for match in text.found(beginningIn: start..<max(start, from)) {
      let (phrase, end) = (Int(match.phrase), Int(match.last) + 1)
      guard end <= from, (end..<from + 1).allSatisfy({ gap($0).isDisjoint(with: .stops) })
      else { continue }
      let between = from - end
      if contexts.otherStudyBefore[phrase], between <= Self.studyGap {
        candidate[.otherStudyBefore] = 1
      }
      guard between <= Self.wordGap else { continue }
      if contexts.populationBefore[phrase] { candidate[.populationBefore] = 1 }
      if contexts.firstPeopleBefore[phrase] { candidate[.firstPeopleBefore] = 1 }
      if contexts.groupSizeBefore[phrase] { candidate[.groupSizeBefore] = 1 }
      if contexts.askedBefore[phrase] { candidate[.screened] = 1 }
      if contexts.answersBefore[phrase] { candidate[.enrolledBefore] = 1 }
    }
    let next = to + 1
    let stop = min(next + Self.reachAfter, sentence.words.upperBound)
    for match in text.found(beginningIn: next..<max(next, stop))
    where contexts.populationAfter[Int(match.phrase)]
      && (next...Int(match.first)).allSatisfy({ gap($0).isDisjoint(with: .stops) })
    {
      candidate[.populationAfter] = 1
    }
  }
}
