/// Finds every number of a work that may count people, with what is told of each.
struct CountFinder {
  private let work: Work
  private var candidates: [CountCandidate] = []
  private var acronyms: Set<UInt32> = []

  /// The candidates of a work in order, the title's first.
  static func candidates(in work: Work, isReview: Bool, isFuture: Bool) -> [CountCandidate] {
    var finder = CountFinder(work: work)
    finder.findAcronyms(work.title)
    finder.findAcronyms(work.text)
    finder.read(work.title, inTitle: true)
    finder.read(work.text, inTitle: false)
    finder.addSums()
    finder.compare(isReview: isReview, isFuture: isFuture)
    return finder.candidates
  }

  private init(work: Work) {
    self.work = work
  }

  /// At most this many candidates of a work are looked at; a text with more is a table.
  private static let limit = 400

  /// Remembers the capitals in brackets after a word for people.
  private mutating func findAcronyms(_ reading: Reading) {
    for at in reading.words.indices.dropFirst() where reading.words[at].gap.contains(.open) {
      let word = reading.words[at]
      guard word.shape.contains(.allCapitals), word.end - word.start > 1,
        !work.classes(reading, at - 1).isDisjoint(with: [.people, .group])
      else { continue }
      acronyms.insert(word.entry)
    }
    acronyms.remove(0)
  }

  private mutating func read(_ reading: Reading, inTitle: Bool) {
    for (place, sentence) in reading.sentences.enumerated() {
      let silent: [Zone] = [.references, .registration, .outside]
      if silent.contains(sentence.zone) { continue }
      var at = sentence.words.lowerBound
      while at < sentence.words.upperBound {
        guard candidates.count < Self.limit else { return }
        let word = reading.words[at]
        guard word.isNumber || work.entries[Int(word.entry)].number >= 0,
          let numeral = Numeral(at: at, in: reading, work: work, end: sentence.words.upperBound)
        else {
          at += 1
          continue
        }
        let scene = CountScene(
          work: work, reading: reading, sentence: sentence, numeral: numeral,
          acronyms: acronyms)
        if var candidate = scene.candidate(inTitle: inTitle) {
          candidate.sentence = place
          candidates.append(candidate)
        }
        at = numeral.words.upperBound
      }
    }
  }

  /// Adds the sums of parts that a sentence counts beside each other: "20 peer workers and five
  /// supervisors", and of the arms that give no total.
  private mutating func addSums() {
    var sums: [CountCandidate] = []
    for at in candidates.indices.dropLast() {
      let first = candidates[at]
      // Numbers in brackets between the two count parts of the first.
      guard
        let next = candidates[(at + 1)...].first(where: { $0[.afterArm] == 0 || !$0.isArm }),
        next.sentence == first.sentence, next.inTitle == first.inTitle
      else { continue }
      if first.isPeople, next.isPeople, !first.isArm, !next.isArm,
        joined(first, next), first[.letterEquals] == 0, next[.letterEquals] == 0,
        first[.percentAfter] == 0, next[.provider] == 0 || !isSplit(at)
      {
        let parts = listed(before: at) + [first, next]
        var total = sum(parts, .sumOfParts)
        total[.coordinated] = 0
        sums.append(total)
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
        guard let last = run.last, run.count < 5, next.isArm, last.isArm,
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

  /// The counts that stand before one in a list: "12 peers, eight nurses and six managers".
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

  /// Whether the numbers in brackets after a count add up to it, so that it is a whole already: "395
  /// patients (192 in one group, 203 in the other)".
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
    return sum
  }

  /// Whether nothing but "and" and a few words stands between two counts; in a list, nothing but a
  /// comma.
  private func joined(
    _ first: CountCandidate, _ next: CountCandidate, byComma isList: Bool = false
  ) -> Bool {
    let reading = work.reading(first.inTitle)
    let from = first.words.upperBound + 1
    let to = next.words.lowerBound
    guard to >= from, to - from <= 14 else { return false }
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
      if kinds.contains(.contrast) {
        hasAnd = true
      } else if !kinds.isDisjoint(with: [.stop, .randomised, .outcome, .copula, .arm, .treated]) {
        return false
      }
    }
    return hasAnd && outside <= 3
  }

  /// Chains people who were only approached to those of them who then took part: "300 were invited;
  /// 150 consented".
  private mutating func chain(_ at: Int) {
    let whole = candidates[at]
    guard whole[.screened] >= 1, !whole.isArm, whole[.sumOfParts] + whole[.sumOfArms] == 0,
      whole.features(.randomisedAfter, .randomisedBefore, .enrolledAfter, .enrolledBefore) == 0
    else { return }
    for place in (at + 1..<max(at + 1, candidates.count)).prefix(4) {
      let part = candidates[place]
      guard part.sentence - whole.sentence <= 1, part.inTitle == whole.inTitle,
        part.sentence >= whole.sentence, part[.sumOfArms] + part[.sumOfParts] == 0
      else { return }
      let tookPart = part.features(.randomisedAfter, .enrolledAfter, .randomisedBefore) > 0
      if !part.isArm, part.value < whole.value, tookPart, part[.screened] < 1 {
        candidates[at][.chained] = 1
        candidates[place][.afterChain] = 1
        candidates[place][.percentAfter] = 0
        return
      }
    }
  }

  /// Sets what depends on the other numbers and on the work as a whole.
  private mutating func compare(isReview: Bool, isFuture: Bool) {
    var times: [Int: Int] = [:]
    for candidate in candidates { times[candidate.value, default: 0] += 1 }
    let plain = candidates.filter { $0[.sumOfParts] == 0 && $0[.sumOfArms] == 0 }
    var armSums: Set<Int> = []
    for start in plain.indices {
      var sum = plain[start].value
      for next in plain[(start + 1)...].prefix(5) {
        guard next.sentence - plain[start].sentence <= 2 else { break }
        sum = min(sum + next.value, Numeral.limit)
        if next.value * 6 >= plain[start].value, plain[start].value * 6 >= next.value {
          armSums.insert(sum)
        }
      }
    }
    let people = plain.filter { $0.isPeople || $0[.elided] > 0 || $0[.letterEquals] > 0 }
    let largest = people.map(\.value).max() ?? 0
    let randomised = plain.filter {
      ($0[.randomisedAfter] > 0 || $0[.randomisedBefore] > 0) && !$0.isArm
    }
    // "Planned to enrol 816 … 407 patients were randomised": what was done counts.
    let isDone = randomised.contains { $0.features(.planned, .target) == 0 && $0.value >= 5 }
    var seenPeople = false
    let halves = Set(plain.map { $0.value })
    let count = Float(work.text.sentences.count)
    for at in candidates.indices {
      let value = candidates[at].value
      let isSum = candidates[at][.sumOfParts] + candidates[at][.sumOfArms] > 0
      if !isSum, candidates[at][.chained] == 0, candidates[at].isPeople,
        plain.contains(where: {
          $0.isPeople && $0.sentence == candidates[at].sentence
            && $0.inTitle == candidates[at].inTitle && $0.value != value && $0[.chained] == 0
            && $0.value * 5 >= value * 3 && value * 5 >= $0.value * 3
        })
      {
        candidates[at][.sibling] = 1
      }
      if armSums.contains(value) { candidates[at][.armsSum] = 1 }
      if times[value, default: 0] > 1 { candidates[at][.repeated] = 1 }
      if value == largest { candidates[at][.largest] = 1 }
      if value > 4, value % 2 == 0, halves.contains(value / 2) { candidates[at][.twice] = 1 }
      if randomised.contains(where: { $0.value < value && $0.value * 10 > value }) {
        candidates[at][.smallerRandomised] = 1
      }
      if isSum,
        let part = candidates.first(where: {
          $0.words.lowerBound == candidates[at].words.lowerBound
            && $0.sentence == candidates[at].sentence
        })
      {
        candidates[at][.first] = part[.first]
        candidates[at][.firstPeople] = part[.firstPeople]
        candidates[at][.largest] = part[.largest]
        candidates[at][.small] = 0
        candidates[at][.tiny] = 0
      }
      if !seenPeople, candidates[at].isPeople, !candidates[at].isArm, value >= 5 {
        candidates[at][.firstPeople] = 1
        seenPeople = true
      }
      if at > 0, at < plain.count, candidates[at - 1][.chained] > 0,
        candidates[at - 1].sentence == candidates[at].sentence, candidates[at - 1].value > value
      {
        candidates[at][.afterChain] = 1
        candidates[at][.percentAfter] = 0
      }
      if isDone, candidates[at].features(.planned, .target) > 0 { candidates[at][.chained] = 1 }
      chain(at)
      if at == 0 { candidates[at][.first] = 1 }
      if at == 1 { candidates[at][.second] = 1 }
      if value < 5 { candidates[at][.tiny] = 1 } else if value < 15 { candidates[at][.small] = 1 }
      if value >= 20_000 { candidates[at][.huge] = 1 }
      candidates[at][.early] = 1 - Float(candidates[at].sentence) / max(count, 1)
      candidates[at][.review] = isReview ? 1 : 0
      candidates[at][.future] = isFuture ? 1 : 0
    }
  }
}
