/// Who was asked and who took part: people who were approached or planned, and those of them whom a
/// study reached.
extension CountFinder {
  /// Maximum distance, in numbers, from the people who were asked to those who took part.
  private static let reach = 4
  /// A smaller number is rarely that of a group who took part.
  private static let leastPart = 3

  /// Compares a number with the one before it, if that is of people who were only asked.
  mutating func follow(_ at: Int) {
    guard candidates[at - 1][.chained] > 0,
      candidates[at - 1].sentence == candidates[at].sentence,
      candidates[at - 1].value > candidates[at].value
    else { return }
    if Self.isLoss(from: candidates[at - 1], to: candidates[at]) {
      candidates[at - 1][.chained] = 0
    } else {
      candidates[at][.afterChain] = 1
      candidates[at][.percentAfter] = 0
    }
  }

  /// Compares a number of people that a study planned with those that it reached.
  mutating func comparePlan(_ at: Int, _ all: CountOverview, isFuture: Bool) {
    if candidates[at].features(.planned, .target) > 0 {
      let isReached = all.lastReached.map { isLater($0, than: at) } ?? false
      if isFuture, all.isDone { candidates[at][.chained] = 1 }
      if !isFuture, all.isDone || isReached { candidates[at][.notReached] = 1 }
      if !isFuture, isReached,
        let next = candidates[at...].firstIndex(where: {
          $0.words.lowerBound > candidates[at].words.upperBound && Self.isReached($0)
        })
      {
        candidates[next][.tookPart] = 1
      }
    }
    // "We will enrol 90 adults. … We enrolled 86 adults."
    if let lastDone = all.lastDone, candidates[at][.willSentence] > 0, isLater(lastDone, than: at) {
      candidates[at][.reachedLater] = 1
    }
  }

  /// Whether a number comes after another in the same part of the document.
  private func isLater(_ count: CountCandidate, than at: Int) -> Bool {
    count.inTitle == candidates[at].inTitle
      && count.words.lowerBound > candidates[at].words.upperBound
  }

  /// Links people who were only approached to those who then took part: "300 were invited; 150
  /// consented".
  mutating func chain(_ at: Int) {
    let whole = candidates[at]
    guard whole[.screened] >= 1, !whole.isArm, whole[.sumOfParts] + whole[.sumOfArms] == 0,
      whole.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) == 0
    else { return }
    for other in (at + 1..<max(at + 1, candidates.count)).prefix(Self.reach) {
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
  static func isReached(_ count: CountCandidate) -> Bool {
    count.features(.planned, .target) == 0 && count.value >= leastStudy && !count.isArm
      && tookPart(count)
  }

  /// Whether the second number is the rest of the first that was analysed: "we randomised 210
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
  /// "Of 300 eligible patients, 212 were recruited." Groups that add up to the total are not such a
  /// part.
  mutating func approach(_ at: Int) {
    let whole = candidates[at]
    guard whole[.screened] > 0 || whole[.of] > 0, !whole.isArm, !whole.isComputed,
      !isSumOfNeighbours(whole)
    else { return }
    for other in (at + 1..<max(at + 1, candidates.count)).prefix(Self.reach) {
      let part = candidates[other]
      guard part.inTitle == whole.inTitle, (0...1).contains(part.sentence - whole.sentence),
        !part.isSum
      else { return }
      guard !part.isArm, part[.perArm] == 0, part[.coordinated] < 1, part.value < whole.value,
        part.value >= Self.leastPart, Self.tookPart(part), part[.outcome] == 0,
        part.sentence == whole.sentence || whole[.screened] >= 1
      else { continue }
      candidates[at][.approached] = 1
      candidates[other][.tookPart] = 1
      return
    }
  }
}
