/// Totals that the document does not state; it states only their parts.
extension CountFinder {
  /// Maximum number of arms that are added.
  private static let mostArmsInRow = 5
  /// Maximum number of parts in a list before the last two.
  private static let mostListed = 6
  /// Maximum number of words between two groups of people whose counts are added.
  private static let mostBetweenGroups = 25
  /// Maximum number of words between two parts, with those in brackets.
  private static let mostBetweenParts = 30
  /// Maximum number of words between two parts, without those in brackets.
  private static let mostOutsideBrackets = 3

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
      // "We will recruit 20 peer workers and reach 1,000 people."
      if first[.served] + next[.served] > 0 { continue }
      if first.isPeople, next.isPeople, !first.isArm, !next.isArm, next[.subsample] == 0,
        joined(first, next), first[.letterEquals] == 0, next[.letterEquals] == 0,
        first[.percentAfter] == 0, next[.provider] == 0 || !isSplit(at), !isPart(next, of: first),
        !areTimes(first, next)
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
        guard let last = run.last, run.count < Self.mostArmsInRow, next.isArm, last.isArm,
          next[.subsample] == 0, next.inTitle == last.inTitle, next.sentence - last.sentence <= 1
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
        first[.letterEquals] == 0 || isCompared(first, next), next[.letterEquals] == 0,
        first[.partOfSum] == 0, next[.partOfSum] == 0, first[.served] + next[.served] == 0,
        first[.bracketed] == 0 || areBracketedArms(first, next),
        next[.subsample] == 0, !isPart(next, of: first), !areTimes(first, next),
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
      let text = document.part(inTitle: first.inTitle)
      let (from, to) = (first.words.upperBound + 1, next.words.lowerBound)
      guard to > from, to - from <= Self.mostBetweenGroups,
        next[.shared] > 0 || areCompared(from..<to, in: text)
          || (max(from, to - (isShared(to, in: text) ? 4 : 2))..<to).contains(where: {
            let kinds = document.classes(text, $0)
            return kinds.contains(.joiner) && !kinds.contains(.alternative)
          })
            && isClause(from..<to, in: text)
      else { continue }
      sums.append(sum([first, next], .looseSum))
      mark(first, next)
    }
    candidates += sums
  }

  /// Whether some words are in one clause, with no punctuation outside brackets that ends it: "nine
  /// adults with it (mean age 21; range 18 to 24) and 11 adults without it".
  private func isClause(_ words: Range<Int>, in text: ScannedText) -> Bool {
    var isInBracket = false
    for at in words {
      let gap = text.words[at].gap
      // Punctuation between two brackets is outside both.
      if gap.contains(.close) { isInBracket = false }
      if !isInBracket, !gap.isDisjoint(with: .stops) { return false }
      if gap.contains(.open) { isInBracket = true }
    }
    return true
  }

  /// Whether a percentage of a count comes before it: "14% of 201 women".
  private func isShared(_ at: Int, in text: ScannedText) -> Bool {
    at >= 2 && document.classes(text, at - 1).contains(.among)
      && text.words[at - 2].shape.contains(.percent)
  }

  /// Whether a number in a bracket is compared with the next: "participants (n = 598) … are compared
  /// with 301 participants".
  private func isCompared(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    let (from, to) = (first.words.upperBound + 1, next.words.lowerBound)
    return first[.afterPeople] > 0 && first.sentence == next.sentence
      && (1...Self.mostBetweenGroups).contains(to - from)
      && areCompared(from..<to, in: document.part(inTitle: first.inTitle))
  }

  /// Whether two counts are compared by the words between them: "143 patients … were compared with
  /// 290 patients".
  private func areCompared(_ words: Range<Int>, in text: ScannedText) -> Bool {
    guard let last = words.last else { return false }
    let classes = document.classes(text, last)
    return (classes.contains(.stop) || classes.contains(.contrast))
      && words.dropLast().suffix(2).contains { document.classes(text, $0).contains(.analysed) }
      && words.allSatisfy { text.words[$0].gap.isDisjoint(with: .stops) }
  }

  /// Marks two counts as parts of a sum.
  mutating func mark(_ first: CountCandidate, _ next: CountCandidate) {
    for part in candidates.indices
    where candidates[part].inTitle == first.inTitle
      && (candidates[part].words == first.words || candidates[part].words == next.words)
    {
      candidates[part][.loosePart] = 1
    }
  }

  /// The counts that precede one in a list: "12 peers, eight nurses and six managers".
  private func listed(before at: Int) -> [CountCandidate] {
    var parts: [CountCandidate] = []
    var next = at
    while next > 0, parts.count < Self.mostListed {
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

  /// The total of some counts, with the features of all of them.
  func sum(_ parts: [CountCandidate], _ kind: CountFeature) -> CountCandidate {
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
    // Features of the parts do not apply to the sum.
    for feature: CountFeature in [.coordinated, .armPair, .shared, .sibling, .percentAfter] {
      sum[feature] = 0
    }
    return sum
  }

  /// Whether only "and" and a few words separate two counts, or only a comma in a list.
  private func joined(
    _ first: CountCandidate, _ next: CountCandidate, byComma isList: Bool = false
  ) -> Bool {
    let text = document.part(inTitle: first.inTitle)
    let from = first.words.upperBound + 1
    let to = next.words.lowerBound
    guard to >= from, to - from <= Self.mostBetweenParts else { return false }
    if isList {
      return to - from <= 1 && text.words[to].gap.subtracting([.space, .newline]) == .comma
    }
    var hasAnd = false
    var depth = 0
    var outside = 0
    for at in from...to {
      let gap = text.words[at].gap
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if !gap.isDisjoint(with: [.semicolon, .period]) { return false }
      guard depth == 0, at < to else { continue }
      outside += 1
      let kinds = document.classes(text, at)
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
    // The name of an arm may be one more word: "23 experimental and 26 control patients".
    return hasAnd && outside <= Self.mostOutsideBrackets + (first[.shared] > 0 ? 1 : 0)
  }
}
