/// Features for judging whether a number counts the participants of a study.
///
/// The names are those in the group `sample` of `weights.tsv`.
enum CountFeature: Int, CaseIterable {
  // The form of the number and its noun.
  case people, group, provider, caseHead, elided, letterEquals, capitalN, afterPeople, afterArm
  case sampleBefore, total, approximately, spelled, farHead, armHead, sumOfParts, sumOfArms
  case acronym, interviews, counted, looseSum, perArm, sumOfNeighbours, shared, sumOfGroups
  case rangeEnd, otherGroup, thingAfter
  // What its sentence is about.
  case willSentence, pastSentence, eachSentence, sampleSentence, powerSentence, planSentence
  case randomisedSentence, enrolledSentence, screenedSentence, armSentence, reviewSentence
  case referenceMark, eachBefore, peopleBefore, siteBefore, sizeBefore, sizeSentence, sizeNear
  case reachedLater
  // What happened to the people counted.
  case randomisedAfter, randomisedBefore, enrolledAfter, enrolledBefore, analysedAfter
  case analysedBefore, interviewed, treated, screened, outcome, planned, target, conducted
  case enrolledNear, randomisedNear, studyBefore, willBefore, ownStudy, interviewSentence
  // Its relation to a larger number.
  case chained, armPair, bracketed, respectively, partOfSum, sibling, afterChain, fraction, of,
    part, each, armNear, coordinated, remaining, subsample, percentAfter, statistic, bound
  case negated, prior, year, unitNear, old, loosePart, citedSentence, groupsOf, notReached
  case approached, tookPart, otherOwn, perUnit, afterCited
  // Its position.
  case sentenceStart, first, second, firstPeople, title, background, objective, methods,
    participants, results
  case conclusion, summary, early
  // Its relation to the other numbers.
  case armsSum, repeated, largest, smallerRandomised, tiny, small, huge, twice
  // The kind of work that it is in.
  case review, future

  /// The name in the table of weights.
  var name: String { "\(self)" }
}

/// A number that may count the participants.
struct CountCandidate {
  /// The number.
  var value: Int
  /// Whether it occurs in the title.
  var inTitle: Bool
  /// The supporting words: number and noun.
  var words: ClosedRange<Int>
  /// Index of the sentence.
  var sentence: Int
  /// The people that the number counts: "randomised", "enrolled", "stated".
  var rule = "stated"
  /// Whether it is the size of each of several arms.
  var isArm = false
  /// Whether its noun means people.
  var isPeople = false
  var features = [Float](repeating: 0, count: CountFeature.allCases.count)

  subscript(feature: CountFeature) -> Float {
    get { features[feature.rawValue] }
    set { features[feature.rawValue] = newValue }
  }

  // Not variadic, because a variadic call would allocate an array for every number.

  /// The greater of two features.
  func features(_ one: CountFeature, _ other: CountFeature) -> Float {
    max(self[one], self[other])
  }

  /// The greatest of four features.
  func features(
    _ first: CountFeature, _ second: CountFeature, _ third: CountFeature, _ fourth: CountFeature
  ) -> Float {
    max(features(first, second), features(third, fourth))
  }

  /// Whether it is the sum of other numbers: parts, arms or groups.
  var isSum: Bool { features(.sumOfParts, .sumOfArms, .looseSum, .sumOfGroups) > 0 }

  /// Whether it is not in the text, but a sum or a product of numbers that are.
  var isComputed: Bool { isSum || self[.perArm] > 0 }
}
