/// Numbers that could be years, but count people: "we randomised 1948 pregnant women".
extension CountContext {
  /// Maximum distance, in words, between such a number and its noun.
  private static let adjectives = 4

  /// Whether a number that could be a year counts people who are described by more than one word.
  ///
  /// The words before it decide: "enrolled 2012 older adults", "a total of 1990 young mothers" and
  /// "among 1948 eligible men", but not "in 2012 older adults were enrolled".
  var countsLikeYear: Bool {
    guard isYear, let head = self.head, head > next, head - next <= Self.adjectives,
      (next...head).allSatisfy({ gap($0).isDisjoint(with: .breaks) })
    else { return false }
    guard first > sentence.words.lowerBound else { return true }
    guard gap(first).subtracting([.space, .newline]).isEmpty else { return false }
    let before = kinds(first - 1)
    if !before.contains(.stop) {
      // "In total 1990 young mothers", "we interviewed 2012 older adults"
      return !before.isDisjoint(with: [
        .total, .randomised, .enrolled, .interviewed, .analysed, .screened,
      ])
    }
    // "The cohort began with 1927 older adults"
    if before == .stop, isWith(first - 1) { return true }
    guard before.contains(.among) else { return false }
    // "Of 2019 eligible men", "among 1948 eligible men", but not "the floods of 2010"
    let isOf = text.words[first - 1].length == 2
    guard isOf, first - 1 > sentence.words.lowerBound else { return true }
    return gap(first - 1).isDisjoint(with: .breaks)
      && !kinds(first - 2).isDisjoint(with: [.total, .sample, .study])
  }
}
