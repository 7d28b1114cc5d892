/// The numbers of a document together, with which each of them is compared.
struct CountOverview {
  /// The numbers in the text, without sums and products, in order.
  let plain: [CountCandidate]
  /// The candidates that count people.
  let people: [CountCandidate]
  /// The candidates that count all people who were randomised.
  let randomised: [CountCandidate]
  /// Whether a study states the number actually randomised: "Planned to enrol 816 … 407 patients
  /// were randomised".
  let isDone: Bool
  /// The last number of people who took part.
  let lastReached: CountCandidate?
  /// The last number of people who took part, of those said to have been enrolled or randomised.
  let lastDone: CountCandidate?
  /// Whether a number is said to be that of the participants of the study itself.
  let hasOwn: Bool
  /// The greatest number of people; 0 if there are none.
  let largest: Int
  /// The values of the plain numbers.
  let values: Set<Int>
  /// The sums of plain numbers that may be the arms of one study.
  let armSums: Set<Int>
  /// How often each value occurs, also as a sum or product.
  private let occurrences: [Int: Int]

  /// Looks through all candidates, which are in order, with sums and products at the end.
  init(_ candidates: [CountCandidate]) {
    occurrences = candidates.reduce(into: [:]) { $0[$1.value, default: 0] += 1 }
    plain = candidates.filter { !$0.isComputed }
    people = plain.filter { $0.isPeople || $0[.elided] > 0 || $0[.letterEquals] > 0 }
    randomised = plain.filter {
      ($0[.randomisedAfter] > 0 || $0[.randomisedBefore] > 0) && !$0.isArm
    }
    isDone = randomised.contains {
      $0.features(.planned, .target) == 0 && $0.value >= CountFinder.leastStudy
    }
    lastReached = plain.last(where: CountFinder.isReached)
    lastDone = plain.last {
      CountFinder.isReached($0) && $0.features(.enrolledNear, .randomisedNear) > 0
        && $0[.willSentence] == 0
    }
    hasOwn = people.contains { $0[.ownStudy] > 0 && CountFinder.tookPart($0) }
    largest = people.map(\.value).max() ?? 0
    values = Set(plain.map(\.value))
    armSums = Self.armSums(plain)
  }

  /// Whether a value occurs more than once.
  func isRepeated(_ value: Int) -> Bool { occurrences[value, default: 0] > 1 }

  // How far apart the arms of a study may be.

  /// Maximum number of further numbers that are added to the first arm.
  private static let furtherArms = 5
  /// Maximum number of sentences between the first arm and the last.
  private static let armSentences = 2

  private static func armSums(_ plain: [CountCandidate]) -> Set<Int> {
    var sums: Set<Int> = []
    for start in plain.indices {
      let first = plain[start]
      var sum = first.value
      for next in plain[(start + 1)...].prefix(furtherArms) {
        guard next.sentence - first.sentence <= armSentences else { break }
        sum = min(sum + next.value, Numeral.limit)
        if SimilarSize.arms.allows(first.value, next.value) { sums.insert(sum) }
      }
    }
    return sums
  }
}
