/// Groups whose counts are in consecutive sentences, and counts of the same people at two times.
extension CountFinder {
  /// A group that was also interviewed has at least this many people.
  private static let leastGroup = 3
  /// The words after a count that may say when its people took part: "in round two".
  private static let timeReach = 8

  /// Adds the counts of groups in consecutive sentences: "12 peer workers took part. Eight
  /// supervisors were also interviewed."
  ///
  /// In a trial, the others are not participants: "We randomised 100 women. Ten nurses were also
  /// interviewed."
  mutating func addFurtherGroups() {
    let text = document.text
    guard !text.sentences.contains(where: { $0.classes.contains(.randomised) }) else { return }
    let plain = candidates.filter { !$0.inTitle && !$0.isComputed && $0[.bracketed] == 0 }
    var bySentence: [Int: [CountCandidate]] = [:]
    for count in plain { bySentence[count.sentence, default: []].append(count) }
    var added: Set<Int> = []
    var sums: [CountCandidate] = []
    for first in plain where !added.contains(first.sentence) {
      guard bySentence[first.sentence]?.count == 1 else { continue }
      var parts = [first]
      while let last = parts.last, let next = bySentence[last.sentence + 1], next.count == 1,
        isFurtherGroup(next[0], after: parts)
      {
        parts.append(next[0])
        added.insert(next[0].sentence)
      }
      guard parts.count > 1 else { continue }
      sums.append(sum(parts, .sumOfGroups))
      for (part, next) in zip(parts, parts.dropFirst()) { mark(part, next) }
    }
    candidates += sums
  }

  /// Whether a count is that of a further group, which does not overlap with the others.
  ///
  /// Of any two groups, only one provides something, or they provide different things.
  /// "40 patients took part. Ten women were also interviewed" is one group.
  private func isFurtherGroup(_ next: CountCandidate, after parts: [CountCandidate]) -> Bool {
    guard let last = parts.last, isGroup(next), isGroup(last), Self.tookPart(next),
      next.features(.planned, .target) == last.features(.planned, .target),
      next[.part] == 0, last[.screened] == 0, next[.screened] == 0
    else { return false }
    let isDifferent = parts.allSatisfy { part in
      let (one, other) = (isProvider(part), isProvider(next))
      return one != other || one && !haveSameNoun(part, next)
    }
    guard isDifferent else { return false }
    let sentence = document.text.sentences[next.sentence]
    return document.text.found(beginningIn: sentence.words).contains {
      document.tables.contexts.asWell[Int($0.phrase)]
    } || last[.interviewed] > 0 && next[.interviewed] > 0
  }

  /// Whether a count is that of a group, rather than of an arm or a share.
  private func isGroup(_ count: CountCandidate) -> Bool {
    count.isPeople && !count.isArm && count.value >= Self.leastGroup && count[.letterEquals] == 0
      && count.features(.subsample, .percentAfter, .fraction, .served) == 0
      && count.features(.outcome, .each) == 0
  }

  /// Whether the words of a count name those who provide something: "five staff members".
  private func isProvider(_ count: CountCandidate) -> Bool {
    let text = document.part(inTitle: count.inTitle)
    return count.words.contains { text.classes[$0].contains(.provider) }
  }

  /// Whether two counts are of the same people at two times: "61 experts took part in round one and
  /// 52 in round two".
  func areTimes(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    guard first.sentence == next.sentence, first.inTitle == next.inTitle,
      next.value <= first.value, next[.shared] + next[.elided] > 0 || haveSameNoun(first, next)
    else { return false }
    let text = document.part(inTitle: first.inTitle)
    let end = text.sentences[next.sentence].words.upperBound
    func hasTime(from start: Int, to limit: Int) -> Bool {
      text.found(beginningIn: start..<max(start, min(start + Self.timeReach, limit))).contains {
        document.tables.contexts.timeAfter[Int($0.phrase)]
      }
    }
    return hasTime(from: first.words.upperBound + 1, to: next.words.lowerBound)
      && hasTime(from: next.words.upperBound + 1, to: end)
  }
}
