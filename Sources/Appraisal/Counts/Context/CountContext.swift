/// A number in its sentence, for finding out what it counts and what the sentence says about it.
struct CountContext {
  let document: ScannedDocument
  let text: ScannedText
  let sentence: Sentence
  let numeral: Numeral
  /// Entries of acronyms that the text uses for people: "breast cancer survivors (BCS)".
  let acronyms: Set<UInt32>
  /// The rules for the words around the number.
  let rules = CountRules.standard

  func kinds(_ at: Int) -> WordClasses { document.classes(text, at) }
  func gap(_ at: Int) -> ScannedWord.Gap { text.words[at].gap }
  var first: Int { numeral.words.lowerBound }
  var next: Int { numeral.words.upperBound }

  /// The candidate with its features, or `nil` if it can't count people.
  func candidate(inTitle: Bool) -> CountCandidate? {
    guard numeral.value >= 2, !isMeasured, !isDate, !isVague, !isRate, !isPopulation,
      !isHypothetical
    else { return nil }
    let equals = letterEquals
    if let equals, countsThings || countsStudies(before: equals) { return nil }
    let head = equals == nil ? self.head : nil
    let isElided = equals == nil && head == nil && self.isElided
    let isPlain = equals == nil && head == nil && !isElided
    let isShared = isPlain && (sharesNoun || continuesCount)
    let isSample = isPlain && !isShared && isSampleSize
    guard !isPlain || isShared || isSample, !isOfEarlierStudy else { return nil }
    var from = first
    var to = head ?? next - 1
    var candidate = CountCandidate(
      value: numeral.value, inTitle: inTitle, words: 0...0, sentence: 0)
    if let equals {
      candidate[.letterEquals] = 1
      if text.words[equals].shape.contains(.capital) { candidate[.capitalN] = 1 }
      from = nounBefore(equals, &candidate) ?? equals
      to = next - 1
      if isNumberOfPeople {
        candidate[.afterPeople] = 1
        candidate[.afterArm] = 0
        candidate.isPeople = true
        candidate.isArm = false
      }
    }
    if let head { noun(head, &candidate) }
    if isElided {
      candidate[.elided] = 1
      if isTotal { candidate[.total] = 1 }
      if wholeEnd != nil { candidate[.afterChain] = 1 }
    }
    if isSample { candidate[.sampleBefore] = 1 }
    if isShared {
      candidate[.shared] = 1
      candidate.isPeople = true
    }
    if numeral.isSpelled { candidate[.spelled] = 1 }
    if isRangeEnd { candidate[.rangeEnd] = 1 }
    if isSize { candidate[.sizeBefore] = 1 }
    if isOtherGroup { candidate[.otherGroup] = 1 }
    if isAfterStudies { candidate[.afterStudies] = 1 }
    if let head, isNamedThing(after: head) { candidate[.thingAfter] = 1 }
    if equals == nil, isBracketed { candidate[.bracketed] = 1 }
    if first > sentence.words.lowerBound + 1, kinds(first - 1).contains(.among),
      isNumber(first - 2) || document.number(first - 2, in: text) == 1
    {
      candidate[.fraction] = 1  // "20 of 23 patients"
    } else if first > sentence.words.lowerBound + 2, kinds(first - 1).contains(.stop),
      kinds(first - 2).contains(.among), isNumber(first - 3),
      gap(first - 2).isDisjoint(with: .breaks)
    {
      candidate[.fraction] = 1  // "20 of the 23 patients"
    } else if isOutOf {
      candidate[.fraction] = 1  // "20 out of 23 patients"
    }
    rules.apply(rules.sentence, sentence.classes, to: &candidate)
    if first > sentence.words.lowerBound + 1, kinds(first - 1).contains(.among),
      kinds(first - 2).contains(.arm)
    {
      candidate[.groupsOf] = 1
    }
    candidate.words = from...max(from, to)
    before(from, &candidate)
    after(max(to, next - 1), head: head, &candidate)
    phrases(before: equals ?? from, after: max(to, next - 1), &candidate)
    if let feature = rules.zones[sentence.zone.rawValue] { candidate[feature] = 1 }
    if candidate.isPeople,
      candidate.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) > 0
        || candidate[.interviewed] > 0
    {
      candidate[.counted] = 1
    }
    candidate.rule = rule(candidate)
    return candidate
  }

  /// The rule, which names the people that the number counts.
  func rule(_ candidate: CountCandidate) -> CountCandidate.Rule {
    if candidate[.planned] > 0 || candidate[.target] > 0 { return .planned }
    if candidate[.randomisedAfter] > 0 || candidate[.randomisedBefore] > 0 { return .randomised }
    if candidate[.interviewed] > 0 { return .interviewed }
    if candidate[.enrolledAfter] > 0 || candidate[.enrolledBefore] > 0 { return .enrolled }
    if candidate[.analysedAfter] > 0 || candidate[.analysedBefore] > 0 { return .analysed }
    if candidate[.treated] > 0 { return .treated }
    return .stated
  }
}
