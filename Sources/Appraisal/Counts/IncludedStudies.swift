import Literature

/// Finds how many studies a review includes.
///
/// A number of studies counts for more the plainer it says that they were included; numbers that
/// were found, screened or left out do not count.
struct IncludedStudies {
  /// The count that is best supported, `nil` when none is said plainly enough.
  func appraise(_ work: Work) -> CountCandidate? {
    var best: CountCandidate?
    var highest: Float = 0
    for (place, sentence) in work.text.sentences.enumerated()
    where sentence.zone != .references && sentence.classes.contains(.study) {
      for (candidate, score) in counts(in: sentence, place: place, work: work) {
        if score > highest {
          highest = score
          best = candidate
        }
      }
    }
    return highest >= 2 ? best : nil
  }

  private func counts(
    in sentence: Sentence, place: Int, work: Work
  ) -> [(CountCandidate, Float)] {
    let reading = work.text
    var found: [(CountCandidate, Float)] = []
    var at = sentence.words.lowerBound
    while at < sentence.words.upperBound {
      let word = reading.words[at]
      guard word.isNumber || work.number(at, in: reading) >= 0,
        let numeral = Numeral(at: at, in: reading, work: work, end: sentence.words.upperBound)
      else {
        at += 1
        continue
      }
      at = numeral.words.upperBound
      guard numeral.value >= 2, numeral.value < 20_000,
        word.shape.isDisjoint(with: [.percent, .decimal]),
        let noun = noun(after: numeral, in: sentence, work: work)
      else { continue }
      var candidate = CountCandidate(
        value: numeral.value, inTitle: false, words: numeral.words.lowerBound...noun,
        sentence: place)
      candidate.rule = "included studies"
      // "15 articles and two abstracts met the criteria"
      if let last = found.last, last.0.sentence == place,
        numeral.words.lowerBound - last.0.words.upperBound == 2,
        work.classes(reading, numeral.words.lowerBound - 1).contains(.contrast)
      {
        candidate.value += last.0.value
        candidate.words = last.0.words.lowerBound...noun
      }
      found.append((candidate, score(candidate, sentence, work)))
    }
    return found
  }

  /// The place of "studies" and its like after a number.
  private func noun(after numeral: Numeral, in sentence: Sentence, work: Work) -> Int? {
    var at = numeral.words.upperBound
    while at < sentence.words.upperBound, at - numeral.words.upperBound < 5 {
      if !work.text.words[at].gap.isDisjoint(with: .breaks) { return nil }
      let kinds = work.classes(work.text, at)
      if kinds.contains(.study), work.text.words[at].shape.contains(.plural) { return at }
      if kinds.contains(.stop) || kinds.contains(.people) { return nil }
      at += 1
    }
    return nil
  }

  private func score(_ candidate: CountCandidate, _ sentence: Sentence, _ work: Work) -> Float {
    let reading = work.text
    let before = work.classes(
      before: candidate.words.lowerBound, count: 6, in: reading, sentence: sentence)
    // What follows the next number is said of that one.
    let rest = (candidate.words.upperBound + 1..<sentence.words.upperBound).prefix(12)
    let other = rest.first { reading.words[$0].isNumber || work.number($0, in: reading) > 1 }
    let after = work.classes(
      after: candidate.words.upperBound,
      count: other.map { $0 - candidate.words.upperBound - 1 } ?? 12,
      in: reading, sentence: sentence)
    let first = candidate.words.lowerBound
    var score: Float = 0
    if after.contains(.inclusion) { score += 3 }
    if before.contains(.inclusion) { score += 2 }
    if after.contains(.finding) || before.contains(.finding) { score += 1.5 }
    if sentence.zone == .results || sentence.zone == .summary { score += 0.7 }
    if sentence.zone == .background || sentence.zone == .conclusion { score -= 1 }
    if before.contains(.remaining) || before.contains(.bound) { score -= 1 }
    // "Of 238 articles identified": the whole whose part follows.
    if first > sentence.words.lowerBound, work.classes(reading, first - 1).contains(.among) {
      score -= 3
    }
    if after.contains(.discard) || before.contains(.discard) { score -= 1.5 }
    if reading.words[first].gap.contains(.open) { score -= 2 }
    return score
  }
}
