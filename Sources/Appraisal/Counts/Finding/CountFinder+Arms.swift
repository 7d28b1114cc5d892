/// Counts of the arms of a study, and of each of several places or times.
extension CountFinder {
  /// Maximum number of sentences between a count and that of a further group.
  private static let groupSentences = 3
  /// The numbers of arms of equal size that are multiplied with it.
  private static let equalArms = 2...8
  /// The words after a count that may have "each" or "per".
  private static let eachReach = 6
  /// The words that may name an arm, after "each" or "per".
  private static let armNameReach = 4
  /// The words after "each" that may name a place or a time.
  private static let unitReach = 3
  /// Only this many words of a sentence are searched for arms.
  private static let comparedWords = 80
  /// A sentence without randomisation compares arms if it names at least this many.
  private static let comparedArms = 3
  /// A larger number word between a count and "each" is not the number of the groups.
  private static let mostGroups = 4
  /// The words before a count that may have "each".
  private static let eachBeforeReach = 9

  /// Whether two counts are those of two groups: "612 women assigned to one as compared with 622
  /// women assigned to the other", "one group consisted of 21 patients, the other of 21 patients".
  func areGroups(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    if areBracketedArms(first, next) { return true }
    if next[.otherGroup] > 0, next.sentence - first.sentence <= Self.groupSentences,
      !first.isArm
    {
      return true
    }
    guard SimilarSize.comparedGroups.allows(first.value, next.value),
      first.value != next.value || first[.armNear] > 0, next.sentence - first.sentence <= 1,
      first[.each] == 0, next[.each] == 0, first[.percentAfter] == 0, next[.percentAfter] == 0
    else { return false }
    if first[.armNear] > 0, next[.armNear] > 0 { return true }
    guard first.sentence == next.sentence else { return false }
    return first[.randomisedAfter] == 1 && next[.randomisedAfter] == 1
      || first[.treated] == 1 && next[.treated] == 1
  }

  /// Whether two counts in brackets are those of arms: "randomised to mentors (13 churches, 117
  /// adults) or to a leaflet (11 churches, 84 adults)".
  func areBracketedArms(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    guard first[.bracketed] > 0, next[.bracketed] > 0, first.sentence == next.sentence
    else { return false }
    let classes = document.part(inTitle: first.inTitle).sentences[first.sentence].classes
    return !classes.isDisjoint(with: [.randomised, .arm])
  }

  /// Adds the total of arms of equal size: "65 patients per arm", "two groups of 19 patients".
  mutating func addProducts() {
    var products: [CountCandidate] = []
    // Computed once, so that time stays linear.
    var stated: StatedArms?
    for candidate in candidates where !candidate.isSum {
      let text = document.part(inTitle: candidate.inTitle)
      let sentence = text.sentences[candidate.sentence]
      let first = candidate.words.lowerBound
      var arms = 0
      if candidate[.groupsOf] > 0, first > sentence.words.lowerBound + 2 {
        arms = document.value(first - 3, in: text)
      } else if candidate[.each] > 0, let share = share(candidate, in: sentence) {
        let all = stated ?? statedArms
        stated = all
        switch share {
        case .ofArm: arms = all.first ?? 2
        case .ofEach: arms = all.near(candidate) ?? (comparesArms(sentence, in: text) ? 2 : 0)
        }
      } else if candidate[.eachBefore] > 0, isSizeOfEachArm(candidate, in: sentence) {
        let all = stated ?? statedArms
        stated = all
        arms = all.first ?? 2
      }
      guard Self.equalArms.contains(arms) else { continue }
      var product = candidate
      product.value = min(candidate.value * arms, Numeral.limit)
      product[.perArm] = 1
      product[.each] = 0
      products.append(product)
    }
    candidates += products
  }

  /// The groups that a count is the size of: each arm ("65 patients per arm"), or each of the
  /// groups named before ("twelve clients each").
  private enum Share { case ofArm, ofEach }

  /// The groups that a count is the size of; `nil` if it is not a share, as in "30 patients each
  /// day", "11 people per worker" or "402 patients, 201 per arm".
  private func share(_ candidate: CountCandidate, in sentence: Sentence) -> Share? {
    let text = document.part(inTitle: candidate.inTitle)
    let first = candidate.words.upperBound + 1
    for at in first..<max(first, min(first + Self.eachReach, sentence.words.upperBound)) {
      let word = text.words[at]
      if !word.gap.isDisjoint(with: .stops) || word.isNumber
        || document.number(at, in: text) > Self.mostGroups
      {
        return nil
      }
      let kinds = document.classes(text, at)
      guard kinds.contains(.each) else { continue }
      // "540 women to either one or the other" are all of them.
      if kinds.contains(.either) { return nil }
      let next = at + 1
      guard next < sentence.words.upperBound, text.words[next].gap.isDisjoint(with: .breaks)
      else { return .ofEach }
      if namesArm(next, in: text, sentence: sentence) { return .ofArm }
      let unit = document.classes(text, next)
      return unit.isDisjoint(with: [.time, .unit, .people, .work]) ? .ofEach : nil
    }
    return nil
  }

  /// Whether "each" and the name of an arm come before a count: "each group will consist of 40
  /// adults", "in each of the two arms, 40 adults".
  private func isSizeOfEachArm(_ candidate: CountCandidate, in sentence: Sentence) -> Bool {
    let text = document.part(inTitle: candidate.inTitle)
    let first = candidate.words.lowerBound
    let start = max(sentence.words.lowerBound, first - Self.eachBeforeReach)
    for at in (start..<max(start, first)).reversed() {
      if !text.words[at + 1].gap.isDisjoint(with: .stops) { return false }
      let kinds = document.classes(text, at)
      // "20 in each group, so that the overall sample size is 40"
      if !kinds.isDisjoint(with: [.total, .sample]) { return false }
      guard kinds.contains(.each) else { continue }
      return !kinds.contains(.either) && namesArm(at + 1, in: text, sentence: sentence)
    }
    return false
  }

  /// Whether the words from a place on name an arm: "arm", "study group", "of the two arms".
  private func namesArm(_ start: Int, in text: ScannedText, sentence: Sentence) -> Bool {
    for at in start..<max(start, min(start + Self.armNameReach, sentence.words.upperBound)) {
      guard text.words[at].gap.isDisjoint(with: .breaks) else { return false }
      let kinds = document.classes(text, at)
      if kinds.contains(.arm), !kinds.contains(.each) { return true }
      let isNumber = text.words[at].isNumber || document.number(at, in: text) > 0
      if !isNumber, kinds.isDisjoint(with: [.stop, .work]) { return false }
    }
    return false
  }

  /// Whether a sentence says that people were randomised and names an arm, or names several words
  /// for arms: "randomised to peers or usual care (40 each)", "40 each in the intervention and
  /// control groups".
  private func comparesArms(_ sentence: Sentence, in text: ScannedText) -> Bool {
    let arms = sentence.words.prefix(Self.comparedWords).filter {
      let kinds = document.classes(text, $0)
      return kinds.contains(.arm) && kinds.isDisjoint(with: [.each, .randomised])
    }
    return arms.count >= (sentence.classes.contains(.randomised) ? 1 : Self.comparedArms)
  }

  /// Marks counts of each of several places or times: "20 women enrolled from each village", "60
  /// people per session".
  mutating func markUnits() {
    for at in candidates.indices where candidates[at][.each] > 0 {
      let text = document.part(inTitle: candidates[at].inTitle)
      let end = text.sentences[candidates[at].sentence].words.upperBound
      let first = candidates[at].words.upperBound + 1
      let each = (first..<max(first, min(first + Self.eachReach, end))).first {
        document.classes(text, $0).contains(.each)
      }
      guard let each else { continue }
      for next in each + 1..<max(each + 1, min(each + 1 + Self.unitReach, end)) {
        guard text.words[next].gap.isDisjoint(with: .breaks) else { break }
        let kinds = document.classes(text, next)
        if kinds.contains(.arm) || kinds.contains(.stop) { break }
        if !kinds.isDisjoint(with: [.unit, .time, .work]) {
          candidates[at][.perUnit] = 1
          break
        }
      }
    }
  }
}
