/// Numbers that are stated as a sample size: "a sample size of 120", "planned enrolment: 700".
extension CountContext {
  /// A word for a sample is nearer than this, in words.
  private static let sampleReach = 5
  /// "Sample size" begins at most this many words before the number.
  private static let sizeReach = 8

  /// Whether the number is stated as a sample size: "a sample size of 120", "planned enrolment:
  /// 700".
  var isSampleSize: Bool {
    guard !isYear else { return false }
    var at = first - 1
    var hasSample = false
    while at >= sentence.words.lowerBound, first - at < Self.sampleReach {
      let kinds = self.kinds(at)
      if kinds.contains(.sample), !kinds.contains(.letter) { hasSample = true }
      if at < first - 1, !gap(at + 1).isDisjoint(with: [.comma, .semicolon, .period]) { break }
      at -= 1
    }
    // "Number of patients recruited: 50", but not "Completed: 143" in the figures of a service
    if first > sentence.words.lowerBound, !gap(first).isDisjoint(with: [.colon, .equals]),
      !kinds(first - 1).isDisjoint(with: [.enrolled, .randomised]),
      !kinds(first - 1).contains(.analysed)
    {
      hasSample = true
    }
    guard hasSample else { return false }
    // "recruitment of 30 primary care practices"
    return !isFollowedByThing(next)
  }

  /// Whether "sample size" or similar words come shortly before it.
  var isSize: Bool {
    let start = Swift.max(sentence.words.lowerBound, first - Self.sizeReach)
    return Self.namesSize(start..<Swift.max(start, first), in: text)
  }

  /// Whether some words contain two words for a sample in a row, such as "sample size".
  static func namesSize(_ words: Range<Int>, in text: ScannedText) -> Bool {
    words.dropFirst().contains {
      text.classes[$0].contains(.sample) && text.classes[$0 - 1].contains(.sample)
        && text.words[$0].gap.isDisjoint(with: .breaks)
    }
  }
}
