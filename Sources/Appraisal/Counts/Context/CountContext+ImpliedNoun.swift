/// Numbers whose noun is implied: "494 were enrolled", "160 in total", "we hope to enrol 250".
extension CountContext {
  /// A smaller number without a noun rarely counts people.
  private static let leastBare = 10

  // How far to look, in words.

  /// A bracket directly after the number has fewer words than this.
  private static let bracketAfter = 5
  /// The verb is nearer than this, if an auxiliary verb comes before it.
  private static let passiveReach = 6
  /// The verb or its auxiliary verb is nearer than this.
  private static let activeReach = 4
  /// The noun of a total is nearer to the total than this: "74 eligible patients".
  private static let wholeReach = 7
  /// The words after a participle that may name what it describes: "two randomised trials".
  private static let verbalNounReach = 3
  /// The words after the number that may say that it is a total.
  private static let totalReach = 2
  /// A word that means people is at most this many words before a bracket.
  private static let peopleBeforeReach = 3

  /// Whether the noun is implied: "494 were enrolled", "387 consented", "of 324 enrolled".
  var isElided: Bool {
    guard !isYear else { return false }
    if isTotal || isEachArm || isSizeOfEachGroup || isBareObject || isOfThese { return true }
    // "aged 13 through 30"
    if first > sentence.words.lowerBound + 1, kinds(first - 1).contains(.stop),
      kinds(first - 1).isDisjoint(with: [.among, .joiner]), isNumber(first - 2),
      gap(first).union(gap(first - 1)).isDisjoint(with: .breaks)
    {
      return false
    }
    var at = wholeEnd ?? next
    // "randomised 210 of them"
    if first > sentence.words.lowerBound, next + 1 < sentence.words.upperBound,
      !kinds(first - 1).isDisjoint(with: [.randomised, .enrolled, .interviewed]),
      !kinds(first - 1).contains(.stop), kinds(next).contains(.among),
      kinds(next + 1).contains(.part), gap(first).isDisjoint(with: .breaks)
    {
      return true
    }
    // "12 of the 19 members invited were interviewed"
    if at > next, at + 1 < sentence.words.upperBound, kinds(at).contains(.screened),
      gap(at).isDisjoint(with: .breaks)
    {
      at += 1
    }
    // "525 (13%) were randomised"
    if at < sentence.words.upperBound, gap(at).contains(.open) {
      while at < sentence.words.upperBound, at - next < Self.bracketAfter,
        !gap(at).contains(.close)
      {
        at += 1
      }
      guard at < sentence.words.upperBound, gap(at).contains(.close) else { return false }
    }
    var hasCopula = false
    var distance = 0
    while at < sentence.words.upperBound,
      distance < (hasCopula ? Self.passiveReach : Self.activeReach)
    {
      if distance > 0, !gap(at).isDisjoint(with: ScannedWord.Gap.breaks) { return false }
      let kinds = self.kinds(at)
      if kinds.contains(.copula) || kinds.contains(.modal) {
        hasCopula = true
      } else if !kinds.isDisjoint(with: [.randomised, .enrolled, .interviewed, .analysed]) {
        guard hasCopula || distance == 0 else { return false }
        guard hasCopula || !isThing(kinds) else { return false }
        // "two randomised trials"
        let end = min(at + 1 + Self.verbalNounReach, Swift.max(at + 1, sentence.words.upperBound))
        for following in at + 1..<end {
          if !gap(following).isDisjoint(with: .breaks) || self.kinds(following).contains(.stop) {
            break
          }
          if self.kinds(following).contains(.work) { return false }
          // "27 randomised clusters"
          if !hasCopula, isThing(self.kinds(following)) { return false }
        }
        return true
      } else if !hasCopula {
        return false
      }
      distance += 1
      at += 1
    }
    return false
  }

  /// Whether the number is a total: "160 in total", "160 overall".
  var isTotal: Bool {
    var at = next
    while at < sentence.words.upperBound, at < next + Self.totalReach,
      gap(at).isDisjoint(with: .breaks)
    {
      if kinds(at).contains(.total) {
        return !isFollowedByThing(at + 1) && (!gap(first).contains(.open) || hasPeopleBefore)
      }
      guard kinds(at).contains(.stop) else { return false }
      at += 1
    }
    return false
  }

  /// Whether the number is the object of a verb, or a total, without a noun: "we hope to enrol 250
  /// from four clinics", "for a total of 1500".
  private var isBareObject: Bool {
    guard numeral.value >= Self.leastBare, first > sentence.words.lowerBound, !isBracketed,
      gap(first).isDisjoint(with: .breaks)
    else { return false }
    let before = kinds(first - 1)
    let isObject =
      !before.isDisjoint(with: [.randomised, .enrolled]) && before.isDisjoint(with: [.stop, .unit])
    let isTotalOf =
      before.contains(.among) && first > sentence.words.lowerBound + 1
      && kinds(first - 2).contains(.total) && gap(first - 1).isDisjoint(with: .breaks)
    guard isObject || isTotalOf else { return false }
    guard next < sentence.words.upperBound, gap(next).isDisjoint(with: .breaks) else { return true }
    // "12 to 24 weeks", "30 and 60 minutes", "12 of 16 sessions", but "enrol 250 into 1 of 4
    // groups"
    let after = kinds(next)
    let isRange =
      next + 1 < sentence.words.upperBound && text.words[next + 1].isNumber
      && Int(text.words[next + 1].value) > numeral.value
    return after.contains(.stop) && after.isDisjoint(with: [.among, .joiner, .copula]) && !isRange
  }

  /// Whether the number counts those of the people just named who take part: "500 of these patients
  /// will receive calls".
  private var isOfThese: Bool {
    guard numeral.value >= Self.leastBare, next + 2 < sentence.words.upperBound,
      kinds(next).contains(.among), kinds(next + 1).contains(.part),
      isPerson(kinds(next + 2), text.words[next + 2]),
      (next...next + 2).allSatisfy({ gap($0).isDisjoint(with: .breaks) })
    else { return false }
    let verbs = document.classes(
      after: next + 2, count: Self.passiveReach, in: text, sentence: sentence)
    return !verbs.isDisjoint(with: [.copula, .modal])
      && !verbs.isDisjoint(with: [.randomised, .enrolled, .interviewed, .treated])
  }

  /// Whether the number is the size of each arm: "a minimum of 500 per arm", "64 in each group".
  private var isEachArm: Bool {
    var at = next
    if at < sentence.words.upperBound, kinds(at).contains(.place) { at += 1 }
    guard at + 1 < sentence.words.upperBound, gap(next).isDisjoint(with: .breaks),
      gap(at).isDisjoint(with: .breaks), gap(at + 1).isDisjoint(with: .breaks),
      kinds(at).contains(.each), kinds(at + 1).contains(.arm),
      !isBracketed
    else { return false }
    return true
  }

  /// Whether the number is the size of each of some groups: "two groups of 20 each".
  private var isSizeOfEachGroup: Bool {
    first > sentence.words.lowerBound + 2 && next < sentence.words.upperBound
      && kinds(next).contains(.each) && kinds(first - 1).contains(.among)
      && kinds(first - 2).contains(.arm) && document.value(first - 3, in: text) >= 2
      && gap(next).union(gap(first)).union(gap(first - 1)).isDisjoint(with: .breaks)
  }

  /// Whether a word for people is directly before the bracket that the number opens: "women and
  /// men (50 in total)", but not "zones (66 in total)".
  private var hasPeopleBefore: Bool {
    // "health worker zones (66 in total)"
    guard first > sentence.words.lowerBound else { return false }
    let before = kinds(first - 1)
    if isThing(before), !before.contains(.arm) { return false }
    return (max(sentence.words.lowerBound, first - Self.peopleBeforeReach)..<first).contains {
      isPerson(kinds($0), text.words[$0])
    }
  }

  /// The index after "of 74 eligible patients" in "61 of 74 eligible patients agreed"; `nil` if no
  /// total follows.
  var wholeEnd: Int? {
    guard next + 1 < sentence.words.upperBound, kinds(next).contains(.among),
      gap(next).subtracting([.space, .newline]).isEmpty
    else { return nil }
    let isNamed = !kinds(next + 1).isDisjoint(with: [.part, .stop]) || !isNumber(next + 1)
    let start = isNamed ? next + 2 : next + 1
    guard start < sentence.words.upperBound, isNumber(start),
      let whole = Numeral(at: start, in: text, document: document, end: sentence.words.upperBound),
      whole.value > numeral.value
    else { return nil }
    var at = whole.words.upperBound
    while at < sentence.words.upperBound, at - start < Self.wholeReach {
      guard gap(at).isDisjoint(with: ScannedWord.Gap.breaks) else { return nil }
      if isPerson(kinds(at), text.words[at]) {
        while at + 1 < sentence.words.upperBound, isPerson(kinds(at + 1), text.words[at + 1]),
          gap(at + 1).isDisjoint(with: .breaks)
        {
          at += 1
        }
        return at + 1
      }
      if !kinds(at).isDisjoint(with: [.copula, .modal]) { return nil }
      at += 1
    }
    return nil
  }
}
