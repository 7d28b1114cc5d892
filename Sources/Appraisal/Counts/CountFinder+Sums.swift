// Totals of which the document states only the parts.

extension CountFinder {
  /// Adds the sums of parts that a sentence counts side by side ("20 peer workers and five
  /// supervisors"), and of arms without a total.
  mutating func addSums() {
    var sums: [CountCandidate] = []
    for at in candidates.indices.dropLast() {
      let first = candidates[at]
      // Numbers in brackets between the two are parts of the first.
      guard
        let next = candidates[(at + 1)...].first(where: {
          ($0[.afterArm] == 0 || !$0.isArm) && ($0[.bracketed] == 0 || first[.bracketed] > 0)
        }),
        next.sentence == first.sentence, next.inTitle == first.inTitle
      else { continue }
      if first.isPeople, next.isPeople, !first.isArm, !next.isArm, next[.subsample] == 0,
        joined(first, next), first[.letterEquals] == 0, next[.letterEquals] == 0,
        first[.percentAfter] == 0, next[.provider] == 0 || !isSplit(at), !isPart(next, of: first)
      {
        let parts = listed(before: at) + [first, next]
        sums.append(sum(parts, .sumOfParts))
        for part in candidates.indices
        where parts.contains(where: {
          $0.words == candidates[part].words && $0.inTitle == candidates[part].inTitle
        }) {
          candidates[part][.partOfSum] = 1
        }
      }
    }
    for at in candidates.indices.dropLast() {
      var run = [candidates[at]]
      for next in candidates[(at + 1)...] {
        guard let last = run.last, run.count < 5, next.isArm, last.isArm, next[.subsample] == 0,
          next.inTitle == last.inTitle, next.sentence - last.sentence <= 1
        else { break }
        run.append(next)
      }
      let precedes =
        at > 0 && candidates[at - 1].isArm
        && candidates[at].sentence - candidates[at - 1].sentence <= 1
      let isTotal = run.count > 2 && run[0].value == run.dropFirst().reduce(0) { $0 + $1.value }
      if run.count > 1, !precedes, run[0].isArm, !isTotal { sums.append(sum(run, .sumOfArms)) }
    }
    candidates += sums
  }

  /// Adds the sum of two groups of people whose counts are far apart in a sentence: "180 patients
  /// with early disease and 65 patients with late disease", "30 men with it and 30 controls".
  mutating func addLooseSums() {
    let plain = candidates.filter { $0[.sumOfParts] == 0 && $0[.sumOfArms] == 0 }
    var sums: [CountCandidate] = []
    for at in plain.indices.dropLast() {
      let (first, next) = (plain[at], plain[at + 1])
      guard first.isPeople, next.isPeople, first.inTitle == next.inTitle,
        first[.letterEquals] == 0, next[.letterEquals] == 0,
        first[.partOfSum] == 0, next[.partOfSum] == 0,
        first[.bracketed] == 0 || areBracketedArms(first, next),
        next[.subsample] == 0, !isPart(next, of: first),
        // "48 patients will be divided into three groups, sixteen each"
        next[.each] == 0 || first[.each] > 0,
        // "282 were enrolled, 149 at one site and 133 at the other"
        first.value <= next.value || !isSumOfNeighbours(first)
      else { continue }
      if areGroups(first, next) {
        sums.append(sum([first, next], .sumOfGroups))
        mark(first, next)
        continue
      }
      guard first.sentence == next.sentence else { continue }
      let reading = work.reading(first.inTitle)
      let (from, to) = (first.words.upperBound + 1, next.words.lowerBound)
      guard to > from, to - from <= 25,
        next[.shared] > 0 || areCompared(from..<to, in: reading)
          || (max(from, to - 2)..<to).contains(where: {
            let kinds = work.classes(reading, $0)
            return kinds.contains(.joiner) && !kinds.contains(.alternative)
          })
            && (from..<to).allSatisfy({
              reading.words[$0].gap.isDisjoint(with: [.semicolon, .period, .colon])
            })
      else { continue }
      sums.append(sum([first, next], .looseSum))
      mark(first, next)
    }
    candidates += sums
  }

  /// Whether two counts are compared by the words between them: "143 patients … were compared with
  /// 290 patients".
  private func areCompared(_ words: Range<Int>, in reading: ScannedText) -> Bool {
    guard let last = words.last else { return false }
    let classes = work.classes(reading, last)
    return (classes.contains(.stop) || classes.contains(.contrast))
      && words.dropLast().suffix(2).contains { work.classes(reading, $0).contains(.analysed) }
      && words.allSatisfy { reading.words[$0].gap.isDisjoint(with: .stops) }
  }

  /// Marks two counts as parts of a sum.
  private mutating func mark(_ first: CountCandidate, _ next: CountCandidate) {
    for part in candidates.indices
    where candidates[part].inTitle == first.inTitle
      && (candidates[part].words == first.words || candidates[part].words == next.words)
    {
      candidates[part][.loosePart] = 1
    }
  }

  /// What may be said of the people that a number counts.
  private static let stages: WordClasses = [
    .screened, .randomised, .enrolled, .interviewed, .analysed, .treated, .outcome,
  ]

  /// Whether the second count is a part of the first.
  ///
  /// It has another verb: "130 were enrolled, and 128 patients were analysed", "we screened 640
  /// adults and 210 were randomised", "we aimed to enrol 60 nurses and enrolled 48 nurses". Families
  /// and their members are not added either.
  private func isPart(_ next: CountCandidate, of first: CountCandidate) -> Bool {
    if first[.group] != next[.group], first[.people] + next[.people] > 0 { return true }
    guard first.sentence == next.sentence else { return false }
    if first.features(.planned, .target) > 0, next.features(.enrolledNear, .randomisedNear) > 0 {
      return next.features(.planned, .target) == 0 || next.value <= first.value
    }
    guard next.value <= first.value else { return false }
    let after = verbs(after: next, until: nil)
    guard !after.isEmpty else { return false }
    let before = verbs(after: first, until: next)
    if !before.isEmpty { return !after.isSubset(of: before) }
    if first.features(.enrolledNear, .randomisedNear) > 0 { return true }
    return first[.interviewed] > 0 && !after.contains(.interviewed)
  }

  /// The kinds of verbs of which a count is the subject, up to the next count or the end of the
  /// clause.
  private func verbs(after count: CountCandidate, until next: CountCandidate?) -> WordClasses {
    let reading = work.reading(count.inTitle)
    let first = count.words.upperBound + 1
    let end = next?.words.lowerBound ?? reading.sentences[count.sentence].words.upperBound
    var hasCopula = false
    var depth = 0
    var found: WordClasses = []
    for at in first..<max(first, min(end, first + 20)) {
      let gap = reading.words[at].gap
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if depth == 1 { continue }
      if !gap.isDisjoint(with: .stops) || at > first && gap.contains(.comma) { break }
      let kinds = work.classes(reading, at)
      if kinds.contains(.copula) { hasCopula = true }
      // "45 patients were enrolled; 18 received the drug"
      if hasCopula || at == first { found.formUnion(kinds.intersection(Self.stages)) }
    }
    return found
  }

  /// Whether two counts are those of two groups: "612 women assigned to one as compared with 622
  /// women assigned to the other", "one group consisted of 21 patients, the other of 21 patients".
  private func areGroups(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
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
  private func areBracketedArms(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    guard first[.bracketed] > 0, next[.bracketed] > 0, first.sentence == next.sentence
    else { return false }
    let classes = work.reading(first.inTitle).sentences[first.sentence].classes
    return !classes.isDisjoint(with: [.randomised, .arm])
  }

  /// Adds the total of arms of equal size: "65 patients per arm", "two groups of 19 patients".
  mutating func addProducts() {
    var products: [CountCandidate] = []
    // Computed once, so that time stays linear.
    var armCount: Int?
    for candidate in candidates where !candidate.isSum {
      let reading = work.reading(candidate.inTitle)
      let sentence = reading.sentences[candidate.sentence]
      let first = candidate.words.lowerBound
      var arms = 0
      if candidate[.groupsOf] > 0, first > sentence.words.lowerBound + 2 {
        let word = reading.words[first - 3]
        arms = word.isNumber ? Int(word.value) : Int(work.number(first - 3, in: reading))
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
    let reading = work.reading(candidate.inTitle)
    let first = candidate.words.upperBound + 1
    for at in first..<max(first, min(first + 6, sentence.words.upperBound)) {
      let word = reading.words[at]
      if !word.gap.isDisjoint(with: .stops) || word.isNumber || work.number(at, in: reading) > 4 {
        return false
      }
      let kinds = work.classes(reading, at)
      guard kinds.contains(.each) else { continue }
      // "540 women to either one or the other" are all of them.
      if kinds.contains(.either) { return false }
      let next = at + 1
      guard next < sentence.words.upperBound, reading.words[next].gap.isDisjoint(with: .breaks)
      else { return true }
      let unit = work.classes(reading, next)
      return unit.contains(.arm) || unit.isDisjoint(with: [.time, .unit])
    }
    return false
  }

  /// Marks counts of each of several places or times: "20 women enrolled from each village", "60
  /// people per session".
  mutating func markUnits() {
    for at in candidates.indices where candidates[at][.each] > 0 {
      let reading = work.reading(candidates[at].inTitle)
      let end = reading.sentences[candidates[at].sentence].words.upperBound
      let first = candidates[at].words.upperBound + 1
      let each = (first..<max(first, min(first + 6, end))).first {
        work.classes(reading, $0).contains(.each)
      }
      guard let each else { continue }
      for next in each + 1..<max(each + 1, min(each + 4, end)) {
        guard reading.words[next].gap.isDisjoint(with: .breaks) else { break }
        let kinds = work.classes(reading, next)
        if kinds.contains(.arm) || kinds.contains(.stop) { break }
        if !kinds.isDisjoint(with: [.unit, .time, .work]) {
          candidates[at][.perUnit] = 1
          break
        }
      }
    }
  }

  /// The number of arms that the document states; 2 if it states none.
  private var statedArmCount: Int {
    for reading in [work.title, work.text] {
      for at in reading.words.indices.dropFirst() {
        guard work.classes(reading, at).contains(.arm),
          reading.words[at].gap.subtracting([.space, .hyphen, .newline]).isEmpty
        else { continue }
        let before = reading.words[at - 1]
        let value = before.isNumber ? Int(before.value) : Int(work.number(at - 1, in: reading))
        if (2...6).contains(value) { return value }
      }
    }
    return 2
  }

  /// Whether a number is the sum of two to five numbers directly before or after it.
  func isSumOfNeighbours(_ candidate: CountCandidate) -> Bool {
    let reading = work.reading(candidate.inTitle)
    let last = min(candidate.sentence + 1, reading.sentences.count - 1)
    let first = max(candidate.sentence - 1, 0)
    let after = candidate.words.upperBound + 1..<reading.sentences[last].words.upperBound
    let before = reading.sentences[first].words.lowerBound..<candidate.words.lowerBound
    func reaches(_ places: some Collection<Int>) -> Bool {
      var values: [Int] = []
      for at in places.prefix(80) {
        let word = reading.words[at]
        if word.isNumber, word.shape.isDisjoint(with: [.percent, .decimal]), word.value > 1 {
          values.append(Int(word.value))
        } else if !word.isNumber, work.number(at, in: reading) > 1 {
          values.append(Int(work.number(at, in: reading)))
        }
        if values.count == 8 { break }
      }
      for start in values.indices {
        var sum = 0
        for place in values[start...].prefix(5).indices {
          sum += values[place]
          if sum == candidate.value, place > start { return true }
        }
      }
      return false
    }
    return reaches(after) || reaches(before.reversed())
  }

  /// The counts that precede one in a list: "12 peers, eight nurses and six managers".
  private func listed(before at: Int) -> [CountCandidate] {
    var parts: [CountCandidate] = []
    var next = at
    while next > 0, parts.count < 6 {
      let part = candidates[next - 1]
      guard part.isPeople, !part.isArm, part.sentence == candidates[next].sentence,
        part.inTitle == candidates[next].inTitle, part[.letterEquals] == 0,
        part[.percentAfter] == 0, joined(part, candidates[next], byComma: true)
      else { break }
      parts.insert(part, at: 0)
      next -= 1
    }
    return parts
  }

  /// Whether the numbers in brackets after a count add up to it, so that it is already a total:
  /// "395 patients (192 in one group, 203 in the other)".
  private func isSplit(_ at: Int) -> Bool {
    let whole = candidates[at]
    let reading = work.reading(whole.inTitle)
    let end = reading.sentences[whole.sentence].words.upperBound
    var place = whole.words.upperBound + 1
    guard place < end, reading.words[place].gap.contains(.open) else { return false }
    var total = 0
    while place < end, place - whole.words.upperBound < 40 {
      if place > whole.words.upperBound + 1, reading.words[place].gap.contains(.close) { break }
      let word = reading.words[place]
      if word.isNumber, word.shape.isDisjoint(with: [.percent, .decimal]) {
        total = min(total + Int(word.value), Numeral.limit)
      }
      place += 1
    }
    return total == whole.value
  }

  private func sum(_ parts: [CountCandidate], _ kind: CountFeature) -> CountCandidate {
    var sum = parts[0]
    sum.value = parts.reduce(0) { min($0 + $1.value, Numeral.limit) }
    let last = parts[parts.count - 1]
    if last.sentence == sum.sentence, last.words.upperBound > sum.words.lowerBound {
      sum.words = sum.words.lowerBound...last.words.upperBound
    }
    sum[kind] = 1
    sum.isArm = false
    for part in parts.dropFirst() {
      for place in sum.features.indices {
        sum.features[place] = max(sum.features[place], part.features[place])
      }
    }
    // What is said of each part is not said of the sum.
    for feature: CountFeature in [.coordinated, .armPair, .shared, .sibling, .percentAfter] {
      sum[feature] = 0
    }
    return sum
  }

  /// Whether only "and" and a few words separate two counts, or only a comma in a list.
  private func joined(
    _ first: CountCandidate, _ next: CountCandidate, byComma isList: Bool = false
  ) -> Bool {
    let reading = work.reading(first.inTitle)
    let from = first.words.upperBound + 1
    let to = next.words.lowerBound
    guard to >= from, to - from <= 30 else { return false }
    if isList {
      return to - from <= 1 && reading.words[to].gap.subtracting([.space, .newline]) == .comma
    }
    var hasAnd = false
    var depth = 0
    var outside = 0
    for at in from...to {
      let gap = reading.words[at].gap
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if !gap.isDisjoint(with: [.semicolon, .period]) { return false }
      guard depth == 0, at < to else { continue }
      outside += 1
      let kinds = work.classes(reading, at)
      // "192 participants, or 96 per group" are not two groups.
      if kinds.contains(.alternative) { return false }
      if kinds.contains(.contrast) {
        hasAnd = true
      } else if first[.shared] > 0, kinds.contains(.arm) {
        continue
      } else if !kinds.isDisjoint(with: [.stop, .randomised, .outcome, .copula, .arm, .treated]) {
        return false
      }
    }
    return hasAnd && outside <= (first[.shared] > 0 ? 4 : 3)
  }
}
