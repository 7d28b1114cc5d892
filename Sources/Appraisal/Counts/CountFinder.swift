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
        first[.percentAfter] == 0
      {
        var total = sum([first, next], .sumOfParts)
        total[.coordinated] = 0
        sums.append(total)
        for part in candidates.indices where part == at || candidates[part].words == next.words {
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

  /// Whether nothing but "and" and a few words stands between two counts.
  private func joined(_ first: CountCandidate, _ next: CountCandidate) -> Bool {
    let reading = work.reading(first.inTitle)
    let from = first.words.upperBound + 1
    let to = next.words.lowerBound
    guard to >= from, to - from <= 14 else { return false }
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
      }
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
