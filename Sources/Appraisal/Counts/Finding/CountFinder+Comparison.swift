/// Each count compared with the other counts of its document: which is repeated, the largest, or
/// the sum of others.
extension CountFinder {
  // The sizes of numbers.

  /// A study rarely has fewer participants than this.
  static let leastStudy = 5
  /// Fewer people than this are a small study, or a part of one.
  private static let smallStudy = 15
  /// A number this large is rarely a sample; it is more likely a population.
  static let hugeStudy = 20_000
  /// Numbers up to this are too often the sum of their neighbours by chance.
  private static let sumByChance = 8
  /// Numbers up to this are too often twice another by chance.
  private static let twiceByChance = 4
  /// People who were asked are fewer than this many times those randomised; a larger number is a
  /// population.
  private static let mostAsked = 10

  /// Sets features that depend on the other numbers and on the document as a whole.
  mutating func compare(isReview: Bool, isFuture: Bool, hasDesign: Bool) {
    let all = CountOverview(candidates)
    let firstPeople = candidates.firstIndex {
      $0.isPeople && !$0.isArm && $0.value >= Self.leastStudy
    }
    // The steps are in order: some use features that others have set, also for earlier numbers.
    for at in candidates.indices {
      compareInSentence(at, all)
      compareValue(at, all)
      if candidates[at].isComputed { copyPlaceOfFirstPart(at) }
      if at == firstPeople { candidates[at][.firstPeople] = 1 }
      if at > 0, at < all.plain.count { follow(at) }
      comparePlan(at, all, isFuture: isFuture)
      if all.hasOwn, candidates[at][.ownStudy] == 0 { candidates[at][.otherOwn] = 1 }
      chain(at)
      approach(at)
      setPlace(at)
      setSize(at)
      candidates[at][.review] = isReview ? 1 : 0
      candidates[at][.future] = isFuture ? 1 : 0
      candidates[at][.noDesign] = hasDesign ? 0 : 1
    }
  }

  /// Compares a number with the people in its sentence.
  private mutating func compareInSentence(_ at: Int, _ all: CountOverview) {
    let value = candidates[at].value
    if !candidates[at].isComputed, candidates[at][.chained] == 0, candidates[at].isPeople,
      all.plain.contains(where: {
        $0.isPeople && $0.sentence == candidates[at].sentence
          && $0.inTitle == candidates[at].inTitle && $0.value != value && $0[.chained] == 0
          && SimilarSize.siblings.allows($0.value, value)
      })
    {
      candidates[at][.sibling] = 1
    }
    // "Eleven volunteers were interviewed twice, giving 22 interviews."
    if candidates[at][.interviews] > 0,
      all.people.contains(where: {
        $0.sentence == candidates[at].sentence && $0.inTitle == candidates[at].inTitle
      })
    {
      candidates[at][.notReached] = 1
    }
  }

  /// Compares the value of a number with the values of all others.
  private mutating func compareValue(_ at: Int, _ all: CountOverview) {
    let value = candidates[at].value
    if all.armSums.contains(value) { candidates[at][.armsSum] = 1 }
    if !candidates[at].isComputed, value > Self.sumByChance, isSumOfNeighbours(candidates[at]) {
      candidates[at][.sumOfNeighbours] = 1
    }
    if all.isRepeated(value) { candidates[at][.repeated] = 1 }
    if value == all.largest { candidates[at][.largest] = 1 }
    if value > Self.twiceByChance, value % 2 == 0, all.values.contains(value / 2) {
      candidates[at][.twice] = 1
    }
    if all.randomised.contains(where: {
      $0.value < value && $0.value * Self.mostAsked > value
    }) {
      candidates[at][.smallerRandomised] = 1
    }
  }

  /// Gives a sum or product the place of its first part among the numbers.
  private mutating func copyPlaceOfFirstPart(_ at: Int) {
    guard
      let part = candidates.first(where: {
        $0.words.lowerBound == candidates[at].words.lowerBound
          && $0.sentence == candidates[at].sentence
      })
    else { return }
    candidates[at][.first] = part[.first]
    candidates[at][.firstPeople] = part[.firstPeople]
    candidates[at][.largest] = part[.largest]
  }

  private mutating func setPlace(_ at: Int) {
    if at == 0 { candidates[at][.first] = 1 }
    if at == 1 { candidates[at][.second] = 1 }
    let count = Float(document.text.sentences.count)
    candidates[at][.early] = 1 - Float(candidates[at].sentence) / max(count, 1)
  }

  private mutating func setSize(_ at: Int) {
    let value = candidates[at].value
    if value < Self.leastStudy {
      candidates[at][.tiny] = 1
    } else if value < Self.smallStudy {
      candidates[at][.small] = 1
    }
    if value >= Self.hugeStudy { candidates[at][.huge] = 1 }
  }
}
