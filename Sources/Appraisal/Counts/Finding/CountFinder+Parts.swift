/// Counts that are a part of another count, or the whole of others.
extension CountFinder {
  /// Maximum difference, in percentage points, between a share and the percentage that is stated
  /// for it.
  ///
  /// Percentages are rounded, but the value of a decimal is its whole part.
  private static let rounding = -0.6...1.1
  /// The words after a count that may be its verbs.
  private static let verbReach = 20
  /// The words before or after a number that are examined for the parts of a sum.
  private static let partReach = 80
  /// Maximum number of numbers among them.
  private static let mostNeighbours = 8
  /// Maximum number of parts of a sum.
  private static let mostParts = 5
  /// A bracket that divides a count has fewer words than this.
  private static let splitBracket = 40

  /// Stages of a study at which people are counted.
  private static let stages: WordClasses = [
    .screened, .randomised, .enrolled, .interviewed, .analysed, .treated, .outcome,
  ]

  /// Whether the second count is a part of the first.
  ///
  /// It has another verb: "130 were enrolled, and 128 patients were analysed", "we screened 640
  /// adults and 210 were randomised", "we aimed to enrol 60 nurses and enrolled 48 nurses".
  /// Families and their members are not added either.
  func isPart(_ next: CountCandidate, of first: CountCandidate) -> Bool {
    if first[.group] != next[.group], first[.people] + next[.people] > 0 { return true }
    guard first.sentence == next.sentence else { return false }
    if first.features(.planned, .target) > 0, next.features(.enrolledNear, .randomisedNear) > 0 {
      return next.features(.planned, .target) == 0 || next.value <= first.value
    }
    guard next.value <= first.value else { return false }
    if isShare(next, of: first) { return true }
    let after = verbs(after: next, until: nil)
    guard !after.kinds.isEmpty else { return false }
    let before = verbs(after: first, until: next)
    if !before.kinds.isEmpty {
      if !after.kinds.isSubset(of: before.kinds) { return true }
      // "40 carers were recruited and 36 carers attended", but not "30 mothers were recruited and
      // 12 fathers attended".
      return haveSameNoun(first, next) && after.entry != before.entry
        && after.kinds.isDisjoint(with: [.randomised, .treated])
    }
    if first.features(.enrolledNear, .randomisedNear) > 0 { return true }
    // "We sent it to 420 members, and 133 members replied."
    if first[.screened] > 0, haveSameNoun(first, next), after.kinds.contains(.enrolled) {
      return true
    }
    return first[.interviewed] > 0 && !after.kinds.contains(.interviewed)
  }

  /// Whether a percentage in a bracket after the second count is its share of the first: "33 people
  /// were recruited, and 30 (91%) completed it".
  private func isShare(_ next: CountCandidate, of first: CountCandidate) -> Bool {
    let text = document.part(inTitle: next.inTitle)
    let at = next.words.upperBound + 1
    guard at < text.sentences[next.sentence].words.upperBound, first.value > next.value,
      text.words[at].gap.contains(.open), text.words[at].shape.contains(.percent)
    else { return false }
    let above = Double(next.value) / Double(first.value) * 100 - Double(text.words[at].value)
    return Self.rounding.contains(above)
  }

  /// Whether two counts have the same noun for people: "40 carers … 36 carers".
  func haveSameNoun(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    guard first.isPeople, next.isPeople, first[.letterEquals] == 0, next[.letterEquals] == 0
    else { return false }
    let words = document.part(inTitle: first.inTitle).words
    let entry = words[first.words.upperBound].entry
    return entry != 0 && entry == words[next.words.upperBound].entry
  }

  /// The verbs whose subject is a count: their kinds, and the entry of the first.
  private struct Verbs {
    var kinds: WordClasses = []
    var entry: UInt32?
  }

  /// The verbs whose subject is a count, up to the next count or the end of the clause.
  private func verbs(after count: CountCandidate, until next: CountCandidate?) -> Verbs {
    let text = document.part(inTitle: count.inTitle)
    let first = count.words.upperBound + 1
    let end = next?.words.lowerBound ?? text.sentences[count.sentence].words.upperBound
    var hasCopula = false
    var isDirect = true
    var depth = 0
    var found = Verbs()
    for at in first..<max(first, min(end, first + Self.verbReach)) {
      let gap = text.words[at].gap
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if depth == 1 { continue }
      if !gap.isDisjoint(with: .stops) || !isDirect && gap.contains(.comma) { break }
      let kinds = document.classes(text, at)
      if kinds.contains(.copula) { hasCopula = true }
      // "45 patients were enrolled; 18 received the drug", "30 people (91%) completed it"
      if hasCopula || isDirect {
        let stages = kinds.intersection(Self.stages)
        if !stages.isEmpty, found.entry == nil { found.entry = text.words[at].entry }
        found.kinds.formUnion(stages)
      }
      isDirect = false
    }
    return found
  }

  /// Whether a number is the sum of two to five numbers directly before or after it.
  func isSumOfNeighbours(_ candidate: CountCandidate) -> Bool {
    let text = document.part(inTitle: candidate.inTitle)
    let last = min(candidate.sentence + 1, text.sentences.count - 1)
    let first = max(candidate.sentence - 1, 0)
    let after = candidate.words.upperBound + 1..<text.sentences[last].words.upperBound
    let before = text.sentences[first].words.lowerBound..<candidate.words.lowerBound
    func reaches(_ places: some Collection<Int>) -> Bool {
      var values: [Int] = []
      for at in places.prefix(Self.partReach) {
        let word = text.words[at]
        if word.isNumber, word.shape.isDisjoint(with: [.percent, .decimal]), word.value > 1 {
          values.append(Int(word.value))
        } else if !word.isNumber, document.number(at, in: text) > 1 {
          values.append(Int(document.number(at, in: text)))
        }
        if values.count == Self.mostNeighbours { break }
      }
      for start in values.indices {
        var sum = 0
        for place in values[start...].prefix(Self.mostParts).indices {
          sum += values[place]
          if sum == candidate.value, place > start { return true }
        }
      }
      return false
    }
    return reaches(after) || reaches(before.reversed())
  }

  /// Whether the numbers in brackets after a count add up to it, so that it is already a total:
  /// "395 patients (192 in one group, 203 in the other)".
  func isSplit(_ at: Int) -> Bool {
    let whole = candidates[at]
    let text = document.part(inTitle: whole.inTitle)
    let end = text.sentences[whole.sentence].words.upperBound
    var place = whole.words.upperBound + 1
    guard place < end, text.words[place].gap.contains(.open) else { return false }
    var total = 0
    while place < end, place - whole.words.upperBound < Self.splitBracket {
      if place > whole.words.upperBound + 1, text.words[place].gap.contains(.close) { break }
      let word = text.words[place]
      if word.isNumber, word.shape.isDisjoint(with: [.percent, .decimal]) {
        total = min(total + Int(word.value), Numeral.limit)
      }
      place += 1
    }
    return total == whole.value
  }
}
