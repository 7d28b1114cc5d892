/// Rates and shares, whose numbers are not those of participants: "90,000 people a year",
/// "11 people per worker", "9 out of 10 members".
extension CountContext {
  /// The maximum distance between a rate and its number, in words.
  private static let rateReach = 5
  /// The unit of a rate has at most this many words: "per community health worker".
  private static let unitReach = 4
  /// The totals in shares that refer to no particular group: "9 out of 10".
  private static let roundWholes = [3, 4, 5, 10, 100]

  /// Whether the number is a rate or a share, or the base of one: "693 people per 100,000 people".
  var isRate: Bool { isUnitOfRate || isRoundWhole || isOfMany || isPerUnit }

  /// Whether the number is the base of a rate: "per 1,000 women", "one mentor for every 20
  /// patients".
  private var isUnitOfRate: Bool {
    guard first > sentence.words.lowerBound, kinds(first - 1).contains(.each) else { return false }
    // "Per" and "every", but not "two groups of each 50 patients" or "either 20 patients".
    let length = text.words[first - 1].length
    return length == 3 || length == 5
      || [100, 1000, 10_000, 100_000, 1_000_000].contains(numeral.value)
  }

  /// Whether a share is stated of it: "1 in 10 veterans", "9 out of 10 members".
  private var isRoundWhole: Bool {
    guard first > sentence.words.lowerBound + 1, numeral.value < 1000,
      gap(first).isDisjoint(with: .breaks), gap(first - 1).isDisjoint(with: .breaks)
    else { return false }
    if kinds(first - 1).contains(.place), text.words[first - 1].length == 2,
      (1..<10).contains(document.value(first - 2, in: text))
    {
      return true
    }
    return Self.roundWholes.contains(numeral.value) && isOutOf
      && document.value(first - 3, in: text) < numeral.value
  }

  /// Whether the number follows another number and "out of": "67 out of 95 peer workers".
  var isOutOf: Bool {
    guard first > sentence.words.lowerBound + 2, kinds(first - 1).contains(.among),
      isOut(first - 2),
      gap(first).union(gap(first - 1)).union(gap(first - 2)).isDisjoint(with: .breaks)
    else { return false }
    return document.value(first - 3, in: text) > 0
  }

  /// Whether somebody is one of many: "she is one of 200 people whom we helped".
  private var isOfMany: Bool {
    first > sentence.words.lowerBound + 2 && kinds(first - 1).contains(.among)
      && document.number(first - 2, in: text) == 1 && kinds(first - 3).contains(.copula)
  }

  /// Whether the number is given per person or time: "11 people per worker", "250 patients a year",
  /// but not "65 patients per arm".
  private var isPerUnit: Bool {
    let end = sentence.words.upperBound
    for at in next..<max(next, min(next + Self.rateReach, end - 1)) {
      guard gap(at).isDisjoint(with: .breaks) else { return false }
      let kinds = self.kinds(at)
      let isEach = kinds.contains(.each) && !kinds.contains(.either)
      if isEach || kinds.contains(.article), gap(at + 1).isDisjoint(with: .breaks) {
        if isEach, text.words[at + 1].isNumber, text.words[at + 1].value >= 100 { return true }
        // "20 adults a year later" and "20 adults in a year" are not rates.
        if self.kinds(at + 1).contains(.time) {
          return isEach || !self.kinds(at - 1).contains(.stop) && endsRate(at + 2)
        }
        // "20 clients for each mentor", but not "20 clients each met a mentor"
        let isOf = text.words[at].length != 4 || at > next && self.kinds(at - 1).contains(.stop)
        return isEach && isOf && arePeople(at + 1)
      }
      if isNumber(at) || kinds.contains(.joiner)
        || !kinds.isDisjoint(with: [.copula, .modal, .randomised, .treated, .interviewed])
      {
        return false
      }
    }
    return false
  }

  /// Whether the words from a place on mean a person, not an arm or a group.
  private func arePeople(_ start: Int) -> Bool {
    var isPeople = false
    for at in start..<max(start, min(start + Self.unitReach, sentence.words.upperBound)) {
      let kinds = self.kinds(at)
      guard gap(at).isDisjoint(with: .breaks), kinds.isDisjoint(with: [.stop, .copula, .modal])
      else { break }
      if !kinds.isDisjoint(with: [.arm, .unit]), kinds.isDisjoint(with: .people) { return false }
      if kinds.contains(.people) { isPeople = true }
    }
    return isPeople
  }

  /// Whether "a year" ends at a place: at the end of a clause, or before a short preposition.
  private func endsRate(_ at: Int) -> Bool {
    at >= sentence.words.upperBound || !gap(at).isDisjoint(with: .breaks)
      || gap(at).contains(.newline) || kinds(at).contains(.stop) && text.words[at].length <= 4
  }
}
