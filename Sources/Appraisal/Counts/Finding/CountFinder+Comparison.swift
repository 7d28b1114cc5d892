/// Each count compared with the other counts of its document: who was asked and who took part, and
/// which count is repeated, the largest, or reached later.
extension CountFinder {
  /// Sets features that depend on the other numbers and on the document as a whole.
  mutating func compare(isReview: Bool, isFuture: Bool, hasDesign: Bool) {
    var times: [Int: Int] = [:]
    for candidate in candidates { times[candidate.value, default: 0] += 1 }
    let plain = candidates.filter { !$0.isComputed }
    var armSums: Set<Int> = []
    for start in plain.indices {
      var sum = plain[start].value
      for next in plain[(start + 1)...].prefix(5) {
        guard next.sentence - plain[start].sentence <= 2 else { break }
        sum = min(sum + next.value, Numeral.limit)
        if next.value * 6 >= plain[start].value, plain[start].value * 6 >= next.value {
          armSums.insert(sum)
        }
      }
    }
    let people = plain.filter { $0.isPeople || $0[.elided] > 0 || $0[.letterEquals] > 0 }
    let largest = people.map(\.value).max() ?? 0
    let randomised = plain.filter {
      ($0[.randomisedAfter] > 0 || $0[.randomisedBefore] > 0) && !$0.isArm
    }
    // "Planned to enrol 816 … 407 patients were randomised": the number actually randomised counts.
    let isDone = randomised.contains { $0.features(.planned, .target) == 0 && $0.value >= 5 }
    // The last number of people who took part, in candidates that are in order.
    let lastReached = plain.last(where: Self.isReached)
    let lastDone = plain.last {
      Self.isReached($0) && $0.features(.enrolledNear, .randomisedNear) > 0
        && $0[.willSentence] == 0
    }
    let hasOwn = people.contains { $0[.ownStudy] > 0 && Self.tookPart($0) }
    var seenPeople = false
    let values = Set(plain.map(\.value))
    let count = Float(document.text.sentences.count)
    for at in candidates.indices {
      let value = candidates[at].value
      let isComputed = candidates[at].isComputed
      if !isComputed, candidates[at][.chained] == 0, candidates[at].isPeople,
        plain.contains(where: {
          $0.isPeople && $0.sentence == candidates[at].sentence
            && $0.inTitle == candidates[at].inTitle && $0.value != value && $0[.chained] == 0
            && $0.value * 5 >= value * 3 && value * 5 >= $0.value * 3
        })
      {
        candidates[at][.sibling] = 1
      }
      // "Eleven volunteers were interviewed twice, giving 22 interviews."
      if candidates[at][.interviews] > 0,
        people.contains(where: {
          $0.sentence == candidates[at].sentence && $0.inTitle == candidates[at].inTitle
        })
      {
        candidates[at][.notReached] = 1
      }
      if armSums.contains(value) { candidates[at][.armsSum] = 1 }
      if !isComputed, value > 8, isSumOfNeighbours(candidates[at]) {
        candidates[at][.sumOfNeighbours] = 1
      }
      if times[value, default: 0] > 1 { candidates[at][.repeated] = 1 }
      if value == largest { candidates[at][.largest] = 1 }
      if value > 4, value % 2 == 0, values.contains(value / 2) { candidates[at][.twice] = 1 }
      if randomised.contains(where: { $0.value < value && $0.value * 10 > value }) {
        candidates[at][.smallerRandomised] = 1
      }
      if isComputed,
        let part = candidates.first(where: {
          $0.words.lowerBound == candidates[at].words.lowerBound
            && $0.sentence == candidates[at].sentence
        })
      {
        candidates[at][.first] = part[.first]
        candidates[at][.firstPeople] = part[.firstPeople]
        candidates[at][.largest] = part[.largest]
        candidates[at][.small] = 0
        candidates[at][.tiny] = 0
      }
      if !seenPeople, candidates[at].isPeople, !candidates[at].isArm, value >= 5 {
        candidates[at][.firstPeople] = 1
        seenPeople = true
      }
      if at > 0, at < plain.count, candidates[at - 1][.chained] > 0,
        candidates[at - 1].sentence == candidates[at].sentence, candidates[at - 1].value > value
      {
        if Self.isLoss(from: candidates[at - 1], to: candidates[at]) {
          candidates[at - 1][.chained] = 0
        } else {
          candidates[at][.afterChain] = 1
          candidates[at][.percentAfter] = 0
        }
      }
      if candidates[at].features(.planned, .target) > 0 {
        let isReached =
          lastReached.map {
            $0.inTitle == candidates[at].inTitle
              && $0.words.lowerBound > candidates[at].words.upperBound
          } ?? false
        if isFuture, isDone { candidates[at][.chained] = 1 }
        if !isFuture, isDone || isReached { candidates[at][.notReached] = 1 }
        if !isFuture, isReached,
          let next = candidates[at...].firstIndex(where: {
            $0.words.lowerBound > candidates[at].words.upperBound && Self.isReached($0)
          })
        {
          candidates[next][.tookPart] = 1
        }
      }
      // "We will enrol 90 adults. … We enrolled 86 adults."
      if let lastDone, candidates[at][.willSentence] > 0,
        lastDone.inTitle == candidates[at].inTitle,
        lastDone.words.lowerBound > candidates[at].words.upperBound
      {
        candidates[at][.reachedLater] = 1
      }
      if hasOwn, candidates[at][.ownStudy] == 0 { candidates[at][.otherOwn] = 1 }
      chain(at)
      approach(at)
      if at == 0 { candidates[at][.first] = 1 }
      if at == 1 { candidates[at][.second] = 1 }
      if value < 5 { candidates[at][.tiny] = 1 } else if value < 15 { candidates[at][.small] = 1 }
      if value >= 20_000 { candidates[at][.huge] = 1 }
      candidates[at][.early] = 1 - Float(candidates[at].sentence) / max(count, 1)
      candidates[at][.review] = isReview ? 1 : 0
      candidates[at][.future] = isFuture ? 1 : 0
      candidates[at][.noDesign] = hasDesign ? 0 : 1
    }
  }

  /// Links people who were only approached to those who then took part: "300 were invited; 150
  /// consented".
  private mutating func chain(_ at: Int) {
    let whole = candidates[at]
    guard whole[.screened] >= 1, !whole.isArm, whole[.sumOfParts] + whole[.sumOfArms] == 0,
      whole.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) == 0
    else { return }
    for other in (at + 1..<max(at + 1, candidates.count)).prefix(4) {
      let part = candidates[other]
      guard part.sentence - whole.sentence <= 1, part.inTitle == whole.inTitle,
        part.sentence >= whole.sentence, part[.sumOfArms] + part[.sumOfParts] == 0
      else { return }
      let tookPart =
        part.features(.randomisedAfter, .enrolledAfter) > 0 || part[.randomisedBefore] > 0
      if !part.isArm, part.value < whole.value, tookPart, part[.screened] < 1 {
        candidates[at][.chained] = 1
        candidates[other][.afterChain] = 1
        candidates[other][.percentAfter] = 0
        return
      }
    }
  }

  /// Whether a number is the size that a study reached.
  private static func isReached(_ count: CountCandidate) -> Bool {
    count.features(.planned, .target) == 0 && count.value >= 5 && !count.isArm && tookPart(count)
  }

  /// Whether the second number is what is left of the first for an analysis: "we randomised 210
  /// adults, and 195 were analysed".
  private static func isLoss(from whole: CountCandidate, to part: CountCandidate) -> Bool {
    whole.features(.randomisedNear, .enrolledNear) > 0 && whole[.screened] == 0
      && part.features(.randomisedAfter, .enrolledAfter) == 0 && part[.analysedAfter] > 0
  }

  /// Whether a number is said to count people who took part in a study.
  static func tookPart(_ count: CountCandidate) -> Bool {
    count.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) > 0
      || count.features(.analysedAfter, .interviewed) > 0
  }

  /// Marks people who were asked, and those of them who took part.
  ///
  /// "Of 300 eligible patients, 212 were recruited." Groups that add up to all of them are no such
  /// part.
  private mutating func approach(_ at: Int) {
    let whole = candidates[at]
    guard whole[.screened] > 0 || whole[.of] > 0, !whole.isArm, !whole.isComputed,
      !isSumOfNeighbours(whole)
    else { return }
    for other in (at + 1..<max(at + 1, candidates.count)).prefix(4) {
      let part = candidates[other]
      guard part.inTitle == whole.inTitle, (0...1).contains(part.sentence - whole.sentence),
        !part.isSum
      else { return }
      guard !part.isArm, part[.perArm] == 0, part[.coordinated] < 1, part.value < whole.value,
        part.value >= 3, Self.tookPart(part), part[.outcome] == 0,
        part.sentence == whole.sentence || whole[.screened] >= 1
      else { continue }
      candidates[at][.approached] = 1
      candidates[other][.tookPart] = 1
      return
    }
  }
}
