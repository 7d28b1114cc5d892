import Literature

/// Finds the number of studies that a review includes.
///
/// The more clearly the studies were included, the higher their number scores. Studies that were
/// found, screened or excluded do not count, nor do study types listed in brackets.
struct IncludedStudiesAppraiser {
  /// The best supported count; `nil` if none is stated clearly enough.
  func appraise(_ document: ScannedDocument) -> CountCandidate? {
    var best: CountCandidate?
    var highest: Float = 0
    for (index, sentence) in document.text.sentences.enumerated()
    where sentence.zone != .references && sentence.zone != .outside
      && !sentence.classes.isDisjoint(with: [.study, .discard])
    {
      let counts = counts(in: sentence, index: index, document: document)
      for (at, count) in counts.enumerated() {
        let end = counts[(at + 1)...].first { $0.words.lowerBound > count.words.upperBound }?
          .words.lowerBound
        let score = score(count, until: end ?? sentence.words.upperBound, sentence, document)
        if score > highest {
          highest = score
          best = count
        }
      }
    }
    return highest >= 2 ? best : nil
  }

  private func counts(in sentence: Sentence, index: Int, document: ScannedDocument)
    -> [CountCandidate]
  {
    let text = document.text
    var found: [CountCandidate] = []
    var at = sentence.words.lowerBound
    var isBracketed = false
    while at < sentence.words.upperBound {
      let word = text.words[at]
      if word.gap.contains(.close) { isBracketed = false }
      if word.gap.contains(.open) { isBracketed = true }
      guard !isBracketed, word.isNumber || document.number(at, in: text) >= 0,
        let numeral = Numeral(at: at, in: text, document: document, end: sentence.words.upperBound)
      else {
        at += 1
        continue
      }
      at = numeral.words.upperBound
      guard numeral.value >= 2, numeral.value < 20_000,
        word.shape.isDisjoint(with: [.percent, .decimal]),
        let noun =
          noun(after: numeral, in: sentence, document: document)
          ?? elided(after: numeral, in: sentence, document: document)
      else { continue }
      var candidate = CountCandidate(
        value: numeral.value, inTitle: false, words: numeral.words.lowerBound...noun,
        sentence: index)
      candidate.rule = .includedStudies
      // "15 articles and two abstracts met the criteria"
      if let last = found.last, numeral.words.lowerBound - last.words.upperBound == 2,
        document.classes(text, numeral.words.lowerBound - 1).contains(.contrast)
      {
        candidate.value += last.value
        candidate.words = last.words.lowerBound...noun
        found.removeLast()
      }
      found.append(candidate)
    }
    return found
  }

  /// The index of "studies" or a similar noun after a number.
  private func noun(after numeral: Numeral, in sentence: Sentence, document: ScannedDocument)
    -> Int?
  {
    var at = afterWhole(numeral, in: sentence, document: document) ?? numeral.words.upperBound
    let start = at
    while at < sentence.words.upperBound, at - start < 5 {
      if !document.text.words[at].gap.isDisjoint(with: .breaks) { return nil }
      let kinds = document.classes(document.text, at)
      if kinds.contains(.study), document.text.words[at].shape.contains(.plural) { return at }
      if kinds.contains(.stop) || kinds.contains(.people) { return nil }
      at += 1
    }
    return nil
  }

  /// The index after "of 512" or "of the 512" in "16 of 512 studies".
  private func afterWhole(_ numeral: Numeral, in sentence: Sentence, document: ScannedDocument)
    -> Int?
  {
    let at = numeral.words.upperBound
    guard at + 2 < sentence.words.upperBound, document.text.words[at].gap.isDisjoint(with: .breaks),
      document.classes(document.text, at).contains(.among)
    else { return nil }
    for next in at + 1...at + 2 where document.text.words[next].gap.isDisjoint(with: .breaks) {
      let word = document.text.words[next]
      guard word.isNumber || document.number(next, in: document.text) >= 0 else { continue }
      return Numeral(
        at: next, in: document.text, document: document, end: sentence.words.upperBound)?.words
        .upperBound
    }
    return nil
  }

  /// The last word of the number in "23 were included", whose noun is implied.
  private func elided(after numeral: Numeral, in sentence: Sentence, document: ScannedDocument)
    -> Int?
  {
    let at = numeral.words.upperBound
    guard sentence.classes.contains(.discard), at + 1 < sentence.words.upperBound,
      document.text.words[at].gap.isDisjoint(with: .breaks),
      document.classes(document.text, at).contains(.copula)
    else { return nil }
    let after = document.classes(after: at, count: 2, in: document.text, sentence: sentence)
    return after.contains(.inclusion) && !after.contains(.discard) ? at - 1 : nil
  }

  /// The words about the counted studies: up to 12 words before `end`, without brackets.
  private func after(_ count: CountCandidate, until end: Int, _ document: ScannedDocument)
    -> WordClasses
  {
    var kinds: WordClasses = []
    var isBracketed = false
    var seen = 0
    for at in (count.words.upperBound + 1..<max(end, count.words.upperBound + 1)).prefix(60) {
      let gap = document.text.words[at].gap
      if !gap.isDisjoint(with: [.semicolon, .colon, .period]), !isBracketed { break }
      if gap.contains(.close) { isBracketed = false }
      if gap.contains(.open) { isBracketed = true }
      if isBracketed { continue }
      kinds.formUnion(document.classes(document.text, at))
      seen += 1
      if seen == 12 { break }
    }
    return kinds
  }

  private func score(
    _ count: CountCandidate, until end: Int, _ sentence: Sentence, _ document: ScannedDocument
  ) -> Float {
    let first = count.words.lowerBound
    // "We screened 1204 titles and included 38 papers": only what follows the other count.
    let other = (max(sentence.words.lowerBound, first - 6)..<first).last {
      document.text.words[$0].isNumber
    }
    let before = document.classes(
      before: first, count: other.map { max(0, first - $0 - 2) } ?? 6, in: document.text,
      sentence: sentence,
      until: [.comma, .semicolon, .colon, .period])
    let after = after(count, until: end, document)
    var score: Float = 0
    if after.contains(.inclusion) { score += 3 }
    if before.contains(.inclusion) { score += 2 }
    if after.contains(.finding) || before.contains(.finding) { score += 2 }
    if sentence.zone == .results || sentence.zone == .summary { score += 0.7 }
    if sentence.zone == .background || sentence.zone == .conclusion { score -= 1 }
    if before.contains(.remaining) || before.contains(.bound) { score -= 1 }
    // "Of 238 articles identified": a total, followed by a part of it; but not "a total of 38".
    if first > sentence.words.lowerBound,
      document.classes(document.text, first - 1).contains(.among),
      first - 1 == sentence.words.lowerBound
        || !document.classes(document.text, first - 2).contains(.total)
    {
      score -= 3
    }
    if after.contains(.discard) || before.contains(.discard) { score -= 1.5 }
    return score
  }
}

extension IncludedStudiesAppraiser: CountAppraiser {
  func appraise(_ document: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount? {
    StudyDesignAppraiser.isReview(designs) ? appraise(document).map { JudgedCount(count: $0) } : nil
  }
}
