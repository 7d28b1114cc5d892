/// Counts of the arms of a study, and of each of several places or times.
extension CountFinder {
  /// Whether two counts are those of two groups: "612 women assigned to one as compared with 622
  /// women assigned to the other", "one group consisted of 21 patients, the other of 21 patients".
  func areGroups(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    if areBracketedArms(first, next) { return true }
    if next[.otherGroup] > 0, next.sentence - first.sentence <= 3, !first.isArm { return true }
    guard first.value <= next.value * 2, next.value <= first.value * 2,
      first.value != next.value
        || first[.armNear] > 0, next.sentence - first.sentence <= 1,
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
    var armCount: Int?
    for candidate in candidates where !candidate.isSum {
      let text = document.part(inTitle: candidate.inTitle)
      let sentence = text.sentences[candidate.sentence]
      let first = candidate.words.lowerBound
      var arms = 0
      if candidate[.groupsOf] > 0, first > sentence.words.lowerBound + 2 {
        arms = document.value(first - 3, in: text)
      } else if candidate[.each] > 0, isPerArm(candidate, in: sentence) {
        arms = armCount ?? statedArmCount
        armCount = arms
      }
      guard (2...8).contains(arms) else { continue }
      var product = candidate
      product.value = min(candidate.value * arms, Numeral.limit)
      product[.perArm] = 1
      product[.each] = 0
      products.append(product)
    }
    candidates += products
  }

  /// Whether a count is that of each arm: "65 patients per arm", but not "30 patients each day" or
  /// "402 patients, 201 per arm".
  private func isPerArm(_ candidate: CountCandidate, in sentence: Sentence) -> Bool {
    let text = document.part(inTitle: candidate.inTitle)
    let first = candidate.words.upperBound + 1
    for at in first..<max(first, min(first + 6, sentence.words.upperBound)) {
      let word = text.words[at]
      if !word.gap.isDisjoint(with: .stops) || word.isNumber || document.number(at, in: text) > 4 {
        return false
      }
      let kinds = document.classes(text, at)
      guard kinds.contains(.each) else { continue }
      // "540 women to either one or the other" are all of them.
      if kinds.contains(.either) { return false }
      let next = at + 1
      guard next < sentence.words.upperBound, text.words[next].gap.isDisjoint(with: .breaks)
      else { return true }
      let unit = document.classes(text, next)
      return unit.contains(.arm) || unit.isDisjoint(with: [.time, .unit])
    }
    return false
  }

  /// The number of arms that the document states; 2 if it states none.
  private var statedArmCount: Int {
    for text in [document.title, document.text] {
      for at in text.words.indices.dropFirst() {
        guard document.classes(text, at).contains(.arm),
          text.words[at].gap.subtracting([.space, .hyphen, .newline]).isEmpty
        else { continue }
        let value = document.value(at - 1, in: text)
        if (2...6).contains(value) { return value }
      }
    }
    return 2
  }

  /// Marks counts of each of several places or times: "20 women enrolled from each village", "60
  /// people per session".
  mutating func markUnits() {
    for at in candidates.indices where candidates[at][.each] > 0 {
      let text = document.part(inTitle: candidates[at].inTitle)
      let end = text.sentences[candidates[at].sentence].words.upperBound
      let first = candidates[at].words.upperBound + 1
      let each = (first..<max(first, min(first + 6, end))).first {
        document.classes(text, $0).contains(.each)
      }
      guard let each else { continue }
      for next in each + 1..<max(each + 1, min(each + 4, end)) {
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
