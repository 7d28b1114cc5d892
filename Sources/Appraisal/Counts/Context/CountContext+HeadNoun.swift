/// The noun after a number, if it means people: "12 community health workers", "348 18- to
/// 30-year-old men", "500 of their patients".
///
/// Adjectives, ages and brackets may come between the number and its noun.
extension CountContext {
  // How far to look, in words.

  /// Maximum distance, in words, from the number to its noun (exclusive), not counting words in
  /// brackets and ages.
  private static let nounReach = 12
  /// A noun such as "interviews", which is counted instead of people, is nearer than this.
  private static let interviewReach = 5
  /// After a comma that is farther from the number, no adjective of its noun follows.
  private static let commaReach = 5
  /// Maximum number of nouns after the first that means people: "community health workers".
  private static let mostFurtherNouns = 3
  /// Maximum number of nouns that mean things before one that means people: "12 hospital ward
  /// nurses".
  private static let mostThings = 2
  /// A bracket directly after the number has fewer words than this.
  private static let firstBracket = 4
  /// A bracket between the number and its noun has fewer words than this.
  private static let otherBracket = 24
  /// The number of words before the number and after an acronym that can show that the acronym
  /// means people.
  private static let enrolmentReach = 4
  /// The greatest number that is read as an age.
  private static let greatestAge: UInt32 = 99
  /// Numbers that, written in words, begin another count: "one" and "hundred" may not.
  private static let countWords: Range<Int32> = 2..<100
  /// A noun so far from the number is less certain to belong to it.
  private static let farHead = 3

  /// The noun that the number counts, if it means people.
  var head: Int? {
    var at = next
    var units = 0
    var hasJoiner = false
    /// Words in brackets and ages.
    var skipped = 0
    while at < sentence.words.upperBound, at - next - skipped < Self.nounReach {
      if gap(at).contains(.open), let end = bracketEnd(at) {
        // "532 young (aged 30 or less) men", "two hundred and seventy (270) people"
        skipped += end - at
        at = end
        continue
      }
      // "348 18- to 30-year-old men"
      if let end = ageEnd(at) {
        skipped += end - at
        at = end
        continue
      }
      let isClosed: ScannedWord.Gap = at > next && gap(at).contains(.close) ? [.close] : []
      if !gap(at).isDisjoint(
        with: ScannedWord.Gap.breaks.subtracting([.comma, .sign]).subtracting(isClosed))
      {
        return nil
      }
      // "120 HIV+ adults", but not "18 + 3".
      if gap(at).contains(.sign), !gap(at).contains(.hyphen),
        at == next || !text.words[at - 1].shape.contains(.acronym)
      {
        return nil
      }
      let word = text.words[at]
      let kinds = self.kinds(at)
      // Another number begins a new count, except in "140 stage 2 patients" and "468 HIV-1 infected
      // adults".
      if word.isNumber {
        let isJoined = gap(at).subtracting(.newline) == .hyphen
        let isLabel =
          at > next
          && (isJoined || self.kinds(at - 1).contains(.numbered) || text.words[at - 1].isNumber)
        guard isLabel else { return nil }
        at += 1
        continue
      }
      // "After 6 pm two workers": "two" begins another count, but not "20 two-parent families".
      if Self.countWords.contains(document.number(at, in: text)),
        at + 1 >= sentence.words.upperBound || !gap(at + 1).contains(.hyphen)
      {
        return nil
      }
      // A capital begins the next line of a list: "Completed: 143", then "Peer workers: 14".
      if gap(at).contains(.newline), word.shape.contains(.capital), !word.shape.contains(.acronym) {
        return nil
      }
      if isPerson(kinds, word) { return lastNoun(from: at) }
      if at <= next + 1, isEnrolledAcronym(at) { return at }
      // "500 of their patients"
      if at == next, let owned = ownedPerson(at) { return owned }
      // "at-risk adults", "fee-for-service patients"
      let isCompound =
        at + 1 < sentence.words.upperBound
        && self.gap(at + 1).subtracting(.newline) == .hyphen
      // "27 pre- and postmenopausal women", "400 inactive but healthy adults"
      // and "288 moderate- to high-risk patients"
      let isJoiner =
        at > next && !hasJoiner
        && (kinds.contains(.joiner) && units == 0
          || gap(at).contains(.hyphen) && gap(at).contains(.space) && kinds.contains(.stop))
      if isCompound || isJoiner {
        hasJoiner = hasJoiner || isJoiner
        at += 1
        continue
      }
      if !kinds.isDisjoint(with: [.stop, .copula, .modal]) {
        // "86 of the women" is a part; "45 or more patients" is a bound.
        return nil
      }
      if kinds.contains(.interviewed), kinds.contains(.unit), at - next < Self.interviewReach {
        return at
      }
      // "6, participants"
      if at == next, gap(at).contains(.comma) { return nil }
      if isThing(kinds) {
        units += 1
        // "25 medical centers place a peer": the centers are counted.
        if word.shape.contains(.plural), !kinds.contains(.interviewed) { return nil }
        if units > Self.mostThings || at == next && kinds.contains(.time) { return nil }
      }
      if gap(at).contains(.comma), at > next, at - next > Self.commaReach { return nil }
      at += 1
    }
    return nil
  }

  /// The last of several nouns that begin with one for people: "12 community health workers"; `nil`
  /// if a thing follows that they only describe.
  private func lastNoun(from start: Int) -> Int? {
    var head = start
    while head + 1 < sentence.words.upperBound, head - start < Self.mostFurtherNouns,
      gap(head + 1).subtracting([.space, .hyphen, .slash]).isEmpty,
      isPerson(kinds(head + 1), text.words[head + 1])
    {
      head += 1
    }
    if head + 1 < sentence.words.upperBound,
      gap(head + 1).subtracting([.space, .hyphen]).isEmpty,
      isThing(kinds(head + 1)),
      // "204 adolescents meeting the criteria"
      text.words[head + 1].shape.contains(.plural)
        || !text.words[head].shape.contains(.plural),
      // "260 men post-treatment"
      head + 2 >= sentence.words.upperBound || gap(head + 2) != .hyphen
    {
      return nil  // "20 patient records"
    }
    return head
  }

  /// The index after a bracket that only repeats the number in digits: "sixty (60)".
  var repeatedEnd: Int? {
    guard numeral.isSpelled, next < sentence.words.upperBound, gap(next).contains(.open),
      text.words[next].isNumber, Int(text.words[next].value) == numeral.value,
      next + 1 >= text.words.count || gap(next + 1).contains(.close)
    else { return nil }
    return next + 1
  }

  /// The index after a bracket that opens at a word, if it is short and people may follow.
  private func bracketEnd(_ start: Int) -> Int? {
    let isFirst = start == next
    let end = start + (isFirst ? Self.firstBracket : Self.otherBracket)
    let places = start + 1..<max(start + 1, min(end, sentence.words.upperBound))
    guard let close = places.first(where: { gap($0).contains(.close) }) else {
      return isFirst ? shareEnd(start) : nil
    }
    if !isFirst { return close }
    // The bracket may repeat the number or describe the people: "4400 (healthy) travellers".
    let isPlain = (start..<close).allSatisfy { !isNumber($0) && kinds($0).isEmpty }
    let isSame =
      close == start + 1 && isNumber(start) && Int(text.words[start].value) == numeral.value
    return isPlain || isSame ? close : shareEnd(start)
  }

  /// The index after a bracket that divides the number: "192 (48 per year) students", "50 (25 in
  /// each group) adults".
  private func shareEnd(_ start: Int) -> Int? {
    guard isNumber(start) else { return nil }
    let end = min(start + Self.otherBracket, sentence.words.upperBound)
    let places = start + 1..<max(start + 1, end)
    guard let close = places.first(where: { gap($0).contains(.close) }),
      (start..<close).contains(where: { kinds($0).contains(.each) })
    else { return nil }
    return close
  }

  /// The index after an age that begins at a word: "18- to 30-year-old", "12 year old".
  private func ageEnd(_ start: Int) -> Int? {
    guard gap(start).isDisjoint(with: .breaks), isAge(start) else { return nil }
    var at = start + 1
    if at + 1 < sentence.words.upperBound, kinds(at).contains(.stop), isAge(at + 1) {
      at += 2
    } else if at < sentence.words.upperBound, gap(at).contains(.hyphen), isAge(at) {
      at += 1
    }
    guard at < sentence.words.upperBound, kinds(at).contains(.time),
      gap(at).isDisjoint(with: .breaks)
    else { return nil }
    at += 1
    while at < sentence.words.upperBound, kinds(at).contains(.old),
      gap(at).isDisjoint(with: .breaks)
    {
      at += 1
    }
    return at
  }

  private func isAge(_ at: Int) -> Bool {
    text.words[at].isNumber && text.words[at].value <= Self.greatestAge
  }

  /// The people who belong to those counted before: "of their patients", but not "of the women" or
  /// "of our patients", who are a part of others.
  private func ownedPerson(_ of: Int) -> Int? {
    guard of + 2 < sentence.words.upperBound, kinds(of).contains(.among),
      gap(of).isDisjoint(with: .breaks), gap(of + 1).isDisjoint(with: .breaks),
      gap(of + 2).isDisjoint(with: .breaks), isTheir(of + 1),
      isPerson(kinds(of + 2), text.words[of + 2])
    else { return nil }
    return of + 2
  }

  /// Whether an undefined acronym must mean people, because they are enrolled or randomised: "a
  /// total of 216 ALHIV will be enrolled", "a trial of 250 NH with hypertension".
  private func isEnrolledAcronym(_ at: Int) -> Bool {
    let word = text.words[at]
    guard word.shape.contains(.acronym), !word.isNumber, !isThing(kinds(at)),
      gap(at).subtracting([.space, .newline]).isEmpty
    else { return false }
    guard at + 1 < sentence.words.upperBound, !meansThing(at) else { return false }
    let following = kinds(at + 1)
    guard gap(at + 1).isDisjoint(with: .breaks),
      !following.isDisjoint(with: [.stop, .copula, .modal, .randomised, .enrolled])
    else { return false }
    // "a trial of 250 NH"
    if first > sentence.words.lowerBound + 1, kinds(first - 1).contains(.among),
      kinds(first - 2).contains(.work), gap(first).union(gap(first - 1)).isDisjoint(with: .breaks)
    {
      return true
    }
    let enrolled: WordClasses = [.randomised, .enrolled, .interviewed]
    let count = Self.enrolmentReach
    let after = document.classes(after: at, count: count, in: text, sentence: sentence)
    let before = document.classes(before: first, count: count, in: text, sentence: sentence)
    return !after.isDisjoint(with: enrolled) || !before.isDisjoint(with: enrolled)
  }

  /// Sets the features of the noun.
  func noun(_ head: Int, _ candidate: inout CountCandidate) {
    let kinds = self.kinds(head)
    if kinds.contains(.interviewed) {
      candidate[.interviews] = 1
      return
    }
    candidate.isPeople = true
    if kinds.contains(.people) { candidate[.people] = 1 }
    if kinds.isDisjoint(with: [.people, .group, .case]) { candidate[.acronym] = 1 }
    if kinds.contains(.group) { candidate[.group] = 1 }
    if kinds.contains(.provider) { candidate[.provider] = 1 }
    if kinds.contains(.case) { candidate[.caseHead] = 1 }
    if head - next >= Self.farHead { candidate[.farHead] = 1 }
    for at in next..<head where self.kinds(at).contains(.arm) { candidate[.armHead] = 1 }
  }
}
