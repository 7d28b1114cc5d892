// The noun that a number counts.

extension CountContext {
  /// The index of the letter in "n = 120".
  var letterEquals: Int? {
    guard first > sentence.words.lowerBound, kinds(first - 1).contains(.letter),
      reading.words[first - 1].end - reading.words[first - 1].start == 1,
      gap(first).subtracting([.space, .equals, .colon, .sign, .newline]).isEmpty,
      !gap(first).isDisjoint(with: [.equals, .colon, .sign])
    else { return nil }
    return first - 1
  }

  /// The noun that the number counts, if it means people.
  var head: Int? {
    var at = next
    var units = 0
    var hasJoiner = false
    /// Words in brackets and ages.
    var skipped = 0
    while at < sentence.words.upperBound, at - next - skipped < 12 {
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
        at == next || !reading.words[at - 1].shape.contains(.acronym)
      {
        return nil
      }
      let word = reading.words[at]
      let kinds = self.kinds(at)
      // Another number begins a new count, except in "140 stage 2 patients".
      if word.isNumber {
        let isLabel =
          at > next && (self.kinds(at - 1).contains(.numbered) || reading.words[at - 1].isNumber)
        guard isLabel else { return nil }
        at += 1
        continue
      }
      if isPerson(kinds, word) {
        // The head is the last of several nouns: "12 community health workers".
        var head = at
        while head + 1 < sentence.words.upperBound, head - at < 3,
          gap(head + 1).subtracting([.space, .hyphen, .slash]).isEmpty,
          isPerson(self.kinds(head + 1), reading.words[head + 1])
        {
          head += 1
        }
        if head + 1 < sentence.words.upperBound,
          gap(head + 1).subtracting([.space, .hyphen]).isEmpty,
          isThing(self.kinds(head + 1)),
          // "204 adolescents meeting the criteria"
          reading.words[head + 1].shape.contains(.plural)
            || !reading.words[head].shape.contains(.plural),
          // "260 men post-treatment"
          head + 2 >= sentence.words.upperBound || gap(head + 2) != .hyphen
        {
          return nil  // "20 patient records"
        }
        return head
      }
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
      if kinds.contains(.interviewed), kinds.contains(.unit), at - next < 5 { return at }
      // "6, participants"
      if at == next, gap(at).contains(.comma) { return nil }
      if isThing(kinds) {
        units += 1
        // "25 medical centers place a peer": the centers are counted.
        if word.shape.contains(.plural), !kinds.contains(.interviewed) { return nil }
        if units > 2 || at == next && kinds.contains(.time) { return nil }
      }
      if gap(at).contains(.comma), at > next, at - next > 5 { return nil }
      at += 1
    }
    return nil
  }

  /// The index after a bracket that opens at a word, if it is short and people may follow.
  private func bracketEnd(_ start: Int) -> Int? {
    if start == next {
      // The bracket may repeat the number or describe the people: "4400 (healthy) travellers".
      let end = (start + 1..<max(start + 1, min(start + 4, sentence.words.upperBound))).first {
        gap($0).contains(.close)
      }
      guard let end else { return nil }
      let isPlain = (start..<end).allSatisfy { !isNumber($0) && kinds($0).isEmpty }
      let isSame =
        end == start + 1 && isNumber(start) && Int(reading.words[start].value) == numeral.value
      return isPlain || isSame ? end : nil
    }
    for at in (start + 1)..<max(start + 1, min(start + 24, sentence.words.upperBound))
    where gap(at).contains(.close) {
      return at
    }
    return nil
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
    reading.words[at].isNumber && reading.words[at].value < 100
  }

  /// The people who belong to those counted before: "of their patients", but not "of the women" or
  /// "of our patients", who are a part of others.
  private func ownedPerson(_ of: Int) -> Int? {
    guard of + 2 < sentence.words.upperBound, kinds(of).contains(.among),
      gap(of).isDisjoint(with: .breaks), gap(of + 1).isDisjoint(with: .breaks),
      gap(of + 2).isDisjoint(with: .breaks), kinds(of + 1).isEmpty,
      reading.words[of + 1].end - reading.words[of + 1].start <= 5,
      !reading.words[of + 1].isNumber, isPerson(kinds(of + 2), reading.words[of + 2])
    else { return nil }
    return of + 2
  }

  /// Whether an undefined acronym must mean people, because they are enrolled or randomised: "a
  /// total of 216 ALHIV will be enrolled", "a trial of 250 NH with hypertension".
  private func isEnrolledAcronym(_ at: Int) -> Bool {
    let word = reading.words[at]
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
    let after = work.classes(after: at, count: 4, in: reading, sentence: sentence)
    let before = work.classes(before: first, count: 4, in: reading, sentence: sentence)
    return !after.isDisjoint(with: enrolled) || !before.isDisjoint(with: enrolled)
  }

  /// Whether the text defines an acronym as a thing: "community health centres (CHCs)".
  private func meansThing(_ at: Int) -> Bool {
    for text in [reading, work.text] {
      guard let definition = text.acronyms.definitions[reading.words[at].entry] else { continue }
      return isThing(text.classes[definition.upperBound - 1])
    }
    return false
  }

  func isPerson(_ kinds: WordClasses, _ word: ScannedWord) -> Bool {
    acronyms.contains(word.entry) && word.shape.contains(.acronym)
      || !kinds.isDisjoint(with: [.people, .group])
      // "30 controls", but not "12 control villages".
      || kinds.contains(.case) && !kinds.contains(.unit) && word.shape.contains(.plural)
  }

  /// Whether a noun for people only describes a thing: "54 outpatient vascular clinics".
  func isNamedThing(after head: Int) -> Bool {
    for at in head + 1..<max(head + 1, min(head + 4, sentence.words.upperBound)) {
      let kinds = self.kinds(at)
      guard gap(at).isDisjoint(with: .breaks), kinds.isDisjoint(with: [.stop, .copula, .modal])
      else { return false }
      if isThing(kinds), reading.words[at].shape.contains(.plural) { return true }
    }
    return false
  }

  /// Whether it counts a further group: "a control group of 59 patients", "a second cohort of 200".
  var isOtherGroup: Bool {
    guard first > sentence.words.lowerBound + 2, kinds(first - 1).contains(.among),
      gap(first).union(gap(first - 1)).union(gap(first - 2)).isDisjoint(with: .breaks)
    else { return false }
    // "second" is also a unit of time.
    return !kinds(first - 2).isDisjoint(with: [.arm, .work])
      && !kinds(first - 3).isDisjoint(with: [.arm, .other, .time])
  }

  func isThing(_ kinds: WordClasses) -> Bool {
    !kinds.isDisjoint(with: [.unit, .measure]) && kinds.isDisjoint(with: [.people, .group])
  }

  /// Whether the noun is implied: "494 were enrolled", "387 consented", "of 324 enrolled".
  var isElided: Bool {
    guard !isYear else { return false }
    if isTotal || isEachArm || isBareObject { return true }
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
      while at < sentence.words.upperBound, at - next < 5, !gap(at).contains(.close) { at += 1 }
      guard at < sentence.words.upperBound, gap(at).contains(.close) else { return false }
    }
    var hasCopula = false
    var distance = 0
    while at < sentence.words.upperBound, distance < (hasCopula ? 6 : 4) {
      if distance > 0, !gap(at).isDisjoint(with: ScannedWord.Gap.breaks) { return false }
      let kinds = self.kinds(at)
      if kinds.contains(.copula) || kinds.contains(.modal) {
        hasCopula = true
      } else if !kinds.isDisjoint(with: [.randomised, .enrolled, .interviewed, .analysed]) {
        guard hasCopula || distance == 0 else { return false }
        guard hasCopula || !isThing(kinds) else { return false }
        // "two randomised trials"
        for following in at + 1..<min(at + 4, Swift.max(at + 1, sentence.words.upperBound)) {
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

  /// Whether it is a total: "160 in total", "160 overall".
  var isTotal: Bool {
    var at = next
    while at < sentence.words.upperBound, at < next + 2, gap(at).isDisjoint(with: .breaks) {
      if kinds(at).contains(.total) {
        return !isFollowedByThing(at + 1) && (!gap(first).contains(.open) || hasPeopleBefore)
      }
      guard kinds(at).contains(.stop) else { return false }
      at += 1
    }
    return false
  }

  /// Whether it is the object of a verb, or a total, without a noun: "we hope to enrol 250 from four
  /// clinics", "for a total of 1500".
  private var isBareObject: Bool {
    guard numeral.value >= 10, first > sentence.words.lowerBound, !isBracketed,
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
    // "12 to 24 weeks", "30 and 60 minutes", "12 of 16 sessions", but "enrol 250 into 1 of 4 groups"
    let after = kinds(next)
    let isRange =
      next + 1 < sentence.words.upperBound && reading.words[next + 1].isNumber
      && Int(reading.words[next + 1].value) > numeral.value
    return after.contains(.stop) && after.isDisjoint(with: [.among, .joiner, .copula]) && !isRange
  }

  /// Whether it is the number of each arm: "a minimum of 500 per arm", "64 in each group".
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

  /// Whether a word for people is directly before the bracket that the number opens: "women and
  /// men (50 in total)", but not "zones (66 in total)".
  private var hasPeopleBefore: Bool {
    (max(sentence.words.lowerBound, first - 3)..<first).contains {
      isPerson(kinds($0), reading.words[$0])
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
      let whole = Numeral(at: start, in: reading, work: work, end: sentence.words.upperBound),
      whole.value > numeral.value
    else { return nil }
    var at = whole.words.upperBound
    while at < sentence.words.upperBound, at - start < 7 {
      guard gap(at).isDisjoint(with: ScannedWord.Gap.breaks) else { return nil }
      if isPerson(kinds(at), reading.words[at]) {
        while at + 1 < sentence.words.upperBound, isPerson(kinds(at + 1), reading.words[at + 1]),
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

  /// Whether people follow directly after "n = 98 adolescents".
  var isNumberOfPeople: Bool {
    for at in next..<min(next + 3, sentence.words.upperBound) {
      if !gap(at).isDisjoint(with: ScannedWord.Gap.breaks) { return false }
      if isPerson(kinds(at), reading.words[at]) { return true }
      if isThing(kinds(at)) || !kinds(at).isDisjoint(with: [.stop, .arm]) { return false }
    }
    return false
  }

  /// Whether it is stated as a sample size: "a sample size of 120", "planned enrolment: 700".
  var isSampleSize: Bool {
    guard !isYear else { return false }
    var at = first - 1
    var hasSample = false
    while at >= sentence.words.lowerBound, first - at < 5 {
      let kinds = self.kinds(at)
      if kinds.contains(.sample), !kinds.contains(.letter) { hasSample = true }
      if at < first - 1, !gap(at + 1).isDisjoint(with: [.comma, .semicolon, .period]) { break }
      at -= 1
    }
    // "Number of patients recruited: 50"
    if first > sentence.words.lowerBound, !gap(first).isDisjoint(with: [.colon, .equals]),
      !kinds(first - 1).isDisjoint(with: [.enrolled, .randomised])
    {
      hasSample = true
    }
    guard hasSample else { return false }
    // "recruitment of 30 primary care practices"
    return !isFollowedByThing(next)
  }

  /// Whether "sample size" or similar words come shortly before it.
  var isSize: Bool {
    let start = Swift.max(sentence.words.lowerBound, first - 8)
    return Self.namesSize(start..<Swift.max(start, first), in: reading)
  }

  /// Whether some words contain two words for a sample in a row, such as "sample size".
  static func namesSize(_ words: Range<Int>, in reading: ScannedText) -> Bool {
    words.dropFirst().contains {
      reading.classes[$0].contains(.sample) && reading.classes[$0 - 1].contains(.sample)
        && reading.words[$0].gap.isDisjoint(with: .breaks)
    }
  }

  /// Whether the words from a place on name things, not people: "24 total in-person visits".
  private func isFollowedByThing(_ start: Int) -> Bool {
    for at in start..<max(start, min(start + 4, sentence.words.upperBound)) {
      guard gap(at).isDisjoint(with: .breaks) else { return false }
      let kinds = self.kinds(at)
      // "in-person visits"
      if at + 1 < sentence.words.upperBound, gap(at + 1) == .hyphen { continue }
      if gap(at) == .hyphen { continue }
      if isPerson(kinds, reading.words[at]) || !kinds.isDisjoint(with: [.stop, .copula, .modal]) {
        return false
      }
      if isThing(kinds), !kinds.contains(.arm) { return true }
    }
    return false
  }

  /// Finds the noun before "(n = 120)": its index, if it means people.
  func nounBefore(_ letter: Int, _ candidate: inout CountCandidate) -> Int? {
    var at = letter - 1
    var found: Int?
    while at >= sentence.words.lowerBound, letter - at < 12 {
      if at < letter - 1, !gap(at + 1).isDisjoint(with: [.semicolon, .open, .close, .period]) {
        break
      }
      let kinds = self.kinds(at)
      if !kinds.isDisjoint(with: [.people, .group]) {
        candidate[.afterPeople] = letter - at < 7 ? 1 : 0.5
        candidate.isPeople = true
        if kinds.contains(.provider) { candidate[.provider] = 1 }
        if kinds.contains(.group) { candidate[.group] = 1 }
        found = at
        break
      }
      if !kinds.isDisjoint(with: [.arm, .treated]) { candidate[.afterArm] = 1 }
      if at < letter - 1, gap(at + 1).contains(.comma) { candidate[.farHead] = 1 }
      at -= 1
    }
    candidate.isArm = candidate[.afterArm] > 0 || candidate[.afterPeople] == 0
    if sentence.classes.contains(.randomised) || sentence.classes.contains(.arm) {
      candidate[.armNear] = 1
    }
    // "In the intervention group, participants (n = 119)": one of several arms.
    if let found, found - sentence.words.lowerBound <= 6,
      (sentence.words.lowerBound..<found).contains(where: { kinds($0).contains(.arm) })
    {
      candidate.isArm = true
    }
    // A verb between noun and bracket: "participants received support (n = 119)".
    if let found, letter - found > 1,
      (found + 1..<letter).contains(where: { !kinds($0).isDisjoint(with: [.treated, .randomised]) })
    {
      candidate.isArm = true
    }
    return found
  }

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
    if head - next >= 3 { candidate[.farHead] = 1 }
    for at in next..<head where self.kinds(at).contains(.arm) { candidate[.armHead] = 1 }
  }
}
