/// A number in its sentence: what it counts and what is said of those counted.
struct CountScene {
  let work: Work
  let reading: Reading
  let sentence: Sentence
  let numeral: Numeral
  /// Entries of capitals that the text uses for people: "breast cancer survivors (BCS)".
  let acronyms: Set<UInt32>

  private func kinds(_ at: Int) -> WordClasses { work.classes(reading, at) }
  private func gap(_ at: Int) -> Word.Gap { reading.words[at].gap }
  private var first: Int { numeral.words.lowerBound }
  private var next: Int { numeral.words.upperBound }

  /// What can be told of the number, or nothing when it can't count people.
  func candidate(inTitle: Bool) -> CountCandidate? {
    guard numeral.value >= 2, !isMeasured, !isDate else { return nil }
    let equals = letterEquals
    if equals != nil, countsThings { return nil }
    let head = equals == nil ? self.head : nil
    let isElided = equals == nil && head == nil && self.isElided
    let isSample = equals == nil && head == nil && !isElided && isSampleSize
    guard equals != nil || head != nil || isElided || isSample else { return nil }
    var from = first
    var to = head ?? next - 1
    var candidate = CountCandidate(
      value: numeral.value, inTitle: inTitle, words: 0...0, sentence: 0)
    if let equals {
      candidate[.letterEquals] = 1
      if reading.words[equals].shape.contains(.capital) { candidate[.capitalN] = 1 }
      from = nounBefore(equals, &candidate) ?? equals
      to = next - 1
    }
    if let head { noun(head, &candidate) }
    if isElided { candidate[.elided] = 1 }
    if isSample { candidate[.sampleBefore] = 1 }
    if numeral.isSpelled { candidate[.spelled] = 1 }
    if equals == nil, isBracketed { candidate[.bracketed] = 1 }
    if first > sentence.words.lowerBound + 1, kinds(first - 1).contains(.among), isNumber(first - 2)
    {
      candidate[.fraction] = 1  // "20 of 23 patients"
    }
    if sentence.classes.contains(.respective) { candidate[.respectively] = 1 }
    candidate.words = from...max(from, to)
    before(from, &candidate)
    after(max(to, next - 1), head: head, &candidate)
    zone(&candidate)
    if candidate.isPeople,
      candidate.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) > 0
        || candidate[.interviewed] > 0
    {
      candidate[.counted] = 1
    }
    candidate.rule = rule(candidate)
    return candidate
  }

  /// Whether it is a part of something else: a share, a measure, a date, a range of ages, a label.
  private var isMeasured: Bool {
    let word = reading.words[first]
    if word.isNumber, word.end - word.start == 3, word.value < 100 { return true }  // "053"
    if word.shape.contains(.percent) || word.shape.contains(.decimal) { return true }
    if word.gap.contains(.sign) && !word.gap.contains(.open) && numeral.value < 1000
      && !word.gap.contains(.space)
    {
      return true
    }
    if word.gap.contains(.slash) && !word.gap.contains(.space) { return true }
    // "1,500 - 2,500 people"
    if first > sentence.words.lowerBound, word.gap.contains(.hyphen), isNumber(first - 1) {
      return true
    }
    // "12-week", "18-65 years": a number joined to what follows.
    if next < reading.words.count, next < sentence.words.upperBound {
      let after = reading.words[next]
      if after.gap == .hyphen, !kinds(next).contains(.people) || after.isNumber { return true }
      if after.gap == .slash, after.isNumber { return true }
      if after.gap.contains(.hyphen), after.isNumber { return true }
      if after.gap.contains(.sign), !after.gap.contains(.open),
        numeral.value < 100, sentence.words.contains(next)
      {
        return true  // "18+", "45 ± 3"
      }
      if after.gap.contains(.percent) { return true }
      if after.gap.subtracting([.space, .hyphen, .newline]).isEmpty,
        kinds(next).contains(.time), !kinds(next).contains(.people)
      {
        return true
      }
    }
    guard first > sentence.words.lowerBound else { return false }
    let before = kinds(first - 1)
    let plain = word.gap.subtracting([.space, .hyphen, .newline]).isEmpty
    if plain, before.contains(.kind), !before.contains(.sample), !before.contains(.letter),
      !reading.words[first - 1].shape.contains(.plural) || numeral.value < 10
    {
      return true
    }
    if plain, word.gap.contains(.hyphen), !word.gap.contains(.space),
      reading.words[first - 1].isNumber || reading.words[first - 1].shape.contains(.capital)
    {
      return true
    }
    return false
  }

  private var isYear: Bool {
    (1900...2060).contains(numeral.value) && !numeral.isSpelled
      && !reading.words[first].shape.contains(.grouped) && next - first == 1
  }

  /// A year after a month or a preposition, with nothing to count after it.
  private var isDate: Bool {
    guard isYear else { return false }
    if next < sentence.words.upperBound, gap(next).contains(.comma) { return true }
    // "2015 patients", but not "2018 analysed patients".
    return letterEquals == nil && head != next
  }

  private var isBracketed: Bool {
    var at = first
    while at > sentence.words.lowerBound, first - at < 15 {
      if gap(at).contains(.open) { return true }
      if gap(at).contains(.close) { return false }
      at -= 1
    }
    return false
  }

  /// Whether it counts things after all: "n = 1392 observation days".
  private var countsThings: Bool {
    for at in next..<min(next + 3, sentence.words.upperBound) {
      if !gap(at).isDisjoint(with: .breaks) { return false }
      let kinds = self.kinds(at)
      if !kinds.isDisjoint(with: [.people, .group]) { return false }
      if kinds.contains(.unit), kinds.isDisjoint(with: [.arm]) { return true }
    }
    return false
  }

  /// The letter of "n = 120".
  private var letterEquals: Int? {
    guard first > sentence.words.lowerBound, kinds(first - 1).contains(.letter),
      reading.words[first - 1].end - reading.words[first - 1].start == 1,
      gap(first).subtracting([.space, .equals, .colon, .sign, .newline]).isEmpty,
      !gap(first).isDisjoint(with: [.equals, .colon, .sign])
    else { return nil }
    return first - 1
  }

  /// The noun that the number counts, when that means people.
  private var head: Int? {
    var at = next
    var units = 0
    while at < sentence.words.upperBound, at - next < 9 {
      if !gap(at).isDisjoint(with: Word.Gap.breaks.subtracting([.comma, .sign])) { return nil }
      if gap(at).contains(.sign), !gap(at).contains(.hyphen) { return nil }
      let word = reading.words[at]
      let kinds = self.kinds(at)
      // Another number begins a count of its own, but "140 stage 2 patients".
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
          isThing(self.kinds(head + 1))
        {
          return nil  // "20 patient records"
        }
        return head
      }
      if !kinds.isDisjoint(with: [.stop, .copula, .modal]) {
        // "86 of the women" is a part; "45 or more patients" a bound.
        return nil
      }
      if kinds.contains(.interviewed), kinds.contains(.unit), at - next < 5 { return at }
      if isThing(kinds) {
        units += 1
        if units > 2 || at == next && kinds.contains(.time) { return nil }
      }
      if gap(at).contains(.comma), at > next, at - next > 5 { return nil }
      at += 1
    }
    return nil
  }

  private func isPerson(_ kinds: WordClasses, _ word: Word) -> Bool {
    acronyms.contains(word.entry) && word.shape.contains(.allCapitals)
      || !kinds.isDisjoint(with: [.people, .group])
      || kinds.contains(.case) && !kinds.contains(.unit)
  }

  private func isThing(_ kinds: WordClasses) -> Bool {
    !kinds.isDisjoint(with: [.unit, .measure]) && kinds.isDisjoint(with: [.people, .group])
  }

  /// "494 were enrolled", "387 consented", "of 324 enrolled": the noun is understood.
  private var isElided: Bool {
    guard !isYear else { return false }
    var at = next
    // "525 (13%) were randomised"
    if at < sentence.words.upperBound, gap(at).contains(.open) {
      while at < sentence.words.upperBound, at - next < 5, !gap(at).contains(.close) { at += 1 }
      guard at < sentence.words.upperBound, gap(at).contains(.close) else { return false }
    }
    var hasCopula = false
    var distance = 0
    while at < sentence.words.upperBound, distance < 4 {
      if distance > 0, !gap(at).isDisjoint(with: Word.Gap.breaks) { return false }
      let kinds = self.kinds(at)
      if kinds.contains(.copula) || kinds.contains(.modal) {
        hasCopula = true
      } else if !kinds.isDisjoint(with: [.randomised, .enrolled, .interviewed, .analysed]) {
        guard hasCopula || distance == 0 else { return false }
        guard hasCopula || !isThing(kinds) else { return false }
        // "two randomised trials"
        return !(at + 1..<min(at + 4, Swift.max(at + 1, sentence.words.upperBound))).contains {
          self.kinds($0).contains(.work) && gap($0).isDisjoint(with: .breaks)
        }
      } else if !hasCopula {
        return false
      }
      distance += 1
      at += 1
    }
    return false
  }

  /// "a sample size of 120", "planned enrolment: 700".
  private var isSampleSize: Bool {
    guard !isYear else { return false }
    var at = first - 1
    var hasSample = false
    while at >= sentence.words.lowerBound, first - at < 5 {
      let kinds = self.kinds(at)
      if kinds.contains(.sample), !kinds.contains(.letter) { hasSample = true }
      if at < first - 1, !gap(at + 1).isDisjoint(with: [.comma, .semicolon, .period]) { break }
      at -= 1
    }
    guard hasSample else { return false }
    guard next < sentence.words.upperBound else { return true }
    return !isThing(kinds(next)) || !gap(next).isDisjoint(with: Word.Gap.breaks)
  }

  /// Finds the noun before "(n = 120)": its place when that means people.
  private func nounBefore(_ letter: Int, _ candidate: inout CountCandidate) -> Int? {
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
    // A verb between noun and bracket: "participants received support (n = 119)".
    if let found, letter - found > 1,
      (found + 1..<letter).contains(where: { !kinds($0).isDisjoint(with: [.treated, .randomised]) })
    {
      candidate.isArm = true
    }
    return found
  }

  private func noun(_ head: Int, _ candidate: inout CountCandidate) {
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

  /// What stands before the count.
  private func before(_ from: Int, _ candidate: inout CountCandidate) {
    if from == sentence.words.lowerBound { candidate[.sentenceStart] = 1 }
    let stop = Swift.max(sentence.words.lowerBound, from - 9)
    var at = from - 1
    var isClause = true
    while at >= stop {
      let distance = from - at
      if !gap(at + 1).isDisjoint(with: [.semicolon, .colon, .period]) { isClause = false }
      let kinds = self.kinds(at)
      guard isClause else { break }
      if distance <= 4, kinds.contains(.total) { candidate[.total] = 1 }
      if distance <= 2, kinds.contains(.approximately) { candidate[.approximately] = 1 }
      if distance <= 3, kinds.contains(.bound) { candidate[.bound] = 1 }
      if distance <= 3, kinds.contains(.remaining) { candidate[.remaining] = 1 }
      if distance <= 5, kinds.contains(.subsample) { candidate[.subsample] = 1 }
      if distance <= 4, kinds.contains(.sample) { candidate[.sampleBefore] = 1 }
      if distance <= 3, kinds.contains(.each) { candidate[.each] = 1 }
      if distance <= 3, kinds.contains(.negation) { candidate[.negated] = 1 }
      if distance <= 3, kinds.contains(.old) { candidate[.old] = 1 }
      if distance <= 7, kinds.contains(.randomised) { candidate[.randomisedBefore] = 1 }
      if distance <= 7, kinds.contains(.enrolled) { candidate[.enrolledBefore] = 1 }
      if distance <= 7, kinds.contains(.analysed) { candidate[.analysedBefore] = 1 }
      if distance <= 7, kinds.contains(.interviewed) { candidate[.interviewed] = 1 }
      if distance <= 7, kinds.contains(.screened) { candidate[.screened] = distance < 3 ? 1 : 0.5 }
      if distance <= 4, kinds.contains(.part) { candidate[.part] = 1 }
      if distance <= 7, kinds.contains(.planned) { candidate[.planned] = 1 }
      if distance <= 7, kinds.contains(.target) { candidate[.target] = 1 }
      if distance <= 3, kinds.contains(.arm), !kinds.contains(.each) { candidate[.armNear] = 1 }
      if isNumber(at), relation(toNumber: first) == .coordinated {
        candidate[.coordinated] = max(candidate[.coordinated], 0.5)
      }
      at -= 1
    }
    // "Of 412 approached": a whole whose part follows.
    if from > sentence.words.lowerBound, isOf(from - 1),
      from - 1 == sentence.words.lowerBound || gap(from - 1).contains(.comma)
    {
      candidate[.of] = 1
    } else if from > sentence.words.lowerBound + 1, isOf(from - 2),
      from - 2 == sentence.words.lowerBound
    {
      candidate[.of] = 1
    }
    if sentence.classes.contains(.prior), sentence.zone == .background || sentence.zone == .text {
      candidate[.prior] = 1
    }
    if isYear { candidate[.year] = 1 }
  }

  private func isOf(_ at: Int) -> Bool {
    kinds(at).contains(.among) && reading.words[at].shape.contains(.capital)
      || kinds(at).contains(.among) && gap(at).contains(.comma)
  }

  /// What stands after the count, up to the end of the clause.
  private func after(_ to: Int, head: Int?, _ candidate: inout CountCandidate) {
    var at = to + 1
    var depth = gap(min(next, reading.words.count - 1)).contains(.open) ? 1 : 0
    var distance = 0
    var hasNext = false
    while at < sentence.words.upperBound, distance < 24 {
      let gap = gap(at)
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if gap.contains(.semicolon) || gap.contains(.period) || gap.contains(.colon) { break }
      let word = reading.words[at]
      if at == to + 1, gap.contains(.open), word.isNumber, word.shape.contains(.percent),
        at + 1 >= reading.words.count || self.gap(at + 1).contains(.close)
      {
        candidate[.percentAfter] = 1
      }
      let kinds = self.kinds(at)
      if depth == 1 {
        if distance <= 4, kinds.contains(.each) || kinds.contains(.arm) {
          candidate[.armsSum] = 0.5
        }
        at += 1
        continue
      }
      distance += 1
      if isNumber(at), !hasNext {
        hasNext = true
        if let relation = relation(toNumber: at) {
          candidate[relation] = 1
          if relation == .coordinated, candidate.features(.randomisedAfter, .enrolledAfter) > 0 {
            candidate[.armPair] = 1
          }
          break
        }
      }
      let share: Float = distance <= 9 ? 1 : 0.7
      func tell(_ kind: WordClasses, _ feature: CountFeature) {
        if kinds.contains(kind) { candidate[feature] = max(candidate[feature], share) }
      }
      tell(.randomised, .randomisedAfter)
      tell(.modal, .planned)
      if distance <= 11 {
        tell(.enrolled, .enrolledAfter)
        tell(.analysed, .analysedAfter)
        tell(.interviewed, .interviewed)
        tell(.treated, .treated)
        tell(.screened, .screened)
        tell(.conducted, .conducted)
        if distance <= 5 { tell(.outcome, .outcome) }
      }
      if distance <= 5, kinds.contains(.each) { candidate[.each] = 1 }
      if distance <= 5, kinds.contains(.arm), !kinds.contains(.each) { candidate[.armNear] = 1 }
      at += 1
    }
    if candidate[.coordinated] < 1, at < sentence.words.upperBound, gap(at).contains(.semicolon),
      isNumber(at), at + 1 < sentence.words.upperBound, kinds(at + 1).contains(.stop)
    {
      candidate[.coordinated] = 1  // "44 were randomised to one; 47 to the other"
    }
    if candidate[.letterEquals] > 0 {
      // "(n = 53) or stretching (n = 56)": more of its kind follow.
      var at = next
      while at < sentence.words.upperBound, at - next < 16 {
        if kinds(at).contains(.letter), at + 1 < sentence.words.upperBound,
          reading.words[at + 1].isNumber, gap(at + 1).contains(.equals)
        {
          candidate[.coordinated] = 1
          candidate.isArm = true
        }
        at += 1
      }
      at = first - 2
      while at >= sentence.words.lowerBound, first - at < 18 {
        if kinds(at).contains(.letter), reading.words[at + 1].isNumber,
          gap(at + 1).contains(.equals)
        {
          candidate[.coordinated] = 1
          candidate.isArm = true
        }
        at -= 1
      }
    }
  }

  private func isNumber(_ at: Int) -> Bool {
    reading.words[at].isNumber && reading.words[at].shape.isDisjoint(with: [.percent, .decimal])
      || work.entries[Int(reading.words[at].entry)].number >= 2
  }

  /// How a count stands to the next number of its sentence: beside it as one arm beside another,
  /// or in a chain of ever fewer people; nothing when that number counts something else.
  private func relation(toNumber at: Int) -> CountFeature? {
    guard at > sentence.words.lowerBound + 1 else { return nil }
    let joins =
      kinds(at - 1).contains(.contrast) || kinds(at - 2).contains(.contrast)
      || gap(at).contains(.comma) && reading.words[at - 1].end - reading.words[at - 1].start > 1
    guard joins, !kinds(at - 1).contains(.old), !kinds(at - 1).contains(.month) else { return nil }
    guard
      let other = Numeral(at: at, in: reading, work: work, end: sentence.words.upperBound)?.value
    else { return nil }
    var place = at + 1
    var isVerbal = false
    var depth = 0
    while place < sentence.words.upperBound, place - at < 14 {
      let gap = gap(place)
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if depth == 1 {
        place += 1
        continue
      }
      if !gap.isDisjoint(with: Word.Gap.breaks.subtracting([.open, .close])) { break }
      let kinds = self.kinds(place)
      if place == at + 1, kinds.contains(.time) { return nil }
      if !kinds.isDisjoint(with: [.copula, .modal]) {
        isVerbal = true
        break
      }
      if !kinds.isDisjoint(with: [.enrolled, .analysed, .randomised]), !kinds.contains(.stop) {
        isVerbal = true
        break
      }
      if kinds.contains(.stop), !kinds.contains(.among) { break }
      place += 1
    }
    if isVerbal { return .chained }
    // Arms are of a size; a smaller number is a part of this one.
    guard other * 5 >= numeral.value * 3, numeral.value * 5 >= other * 3 else { return nil }
    let hasWord = kinds(at - 1).contains(.contrast) || kinds(at - 2).contains(.contrast)
    return hasWord || place > at + 1 && place < sentence.words.upperBound ? .coordinated : nil
  }

  private func zone(_ candidate: inout CountCandidate) {
    switch sentence.zone {
    case .title: candidate[.title] = 1
    case .background: candidate[.background] = 1
    case .objective: candidate[.objective] = 1
    case .methods, .setting, .design: candidate[.methods] = 1
    case .participants: candidate[.participants] = 1
    case .results: candidate[.results] = 1
    case .conclusion: candidate[.conclusion] = 1
    case .summary: candidate[.summary] = 1
    case .registration, .references, .text: break
    }
  }

  /// What the number counts.
  private func rule(_ candidate: CountCandidate) -> String {
    if candidate[.planned] > 0 || candidate[.target] > 0 { return "planned" }
    if candidate[.randomisedAfter] > 0 || candidate[.randomisedBefore] > 0 { return "randomised" }
    if candidate[.interviewed] > 0 { return "interviewed" }
    if candidate[.enrolledAfter] > 0 || candidate[.enrolledBefore] > 0 { return "enrolled" }
    if candidate[.analysedAfter] > 0 || candidate[.analysedBefore] > 0 { return "analysed" }
    if candidate[.treated] > 0 { return "treated" }
    return "stated"
  }
}
