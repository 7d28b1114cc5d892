/// A number that may count the participants.
struct CountCandidate {
  /// The number.
  var value: Int
  /// Whether the number occurs in the title.
  var inTitle: Bool
  /// The supporting words: number and noun.
  var words: ClosedRange<Int>
  /// Index of the sentence.
  var sentence: Int
  /// The kind of people or studies that the number counts.
  var rule = Rule.stated
  /// Whether the number is the size of each of several arms.
  var isArm = false
  /// Whether its noun means people.
  var isPeople = false
  var features = [Float](repeating: 0, count: CountFeature.allCases.count)

  /// The things that a number counts: people in a stage of a study, or studies.
  ///
  /// The raw value is shown with the evidence.
  enum Rule: String {
    case planned, randomised, interviewed, enrolled, analysed, treated, stated
    case includedStudies = "included studies"
  }

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

  /// Whether the number is the sum of other numbers: parts, arms or groups.
  var isSum: Bool { features(.sumOfParts, .sumOfArms, .looseSum, .sumOfGroups) > 0 }

  /// Whether the number is not in the text, but a sum or a product of numbers that are.
  var isComputed: Bool { isSum || self[.perArm] > 0 }
}
