import Literature

/// Finds the number of studies that a review includes.
///
/// The more clearly the studies were included, the higher their number scores. Studies that were
/// found, screened or excluded do not count, nor do study types listed in brackets.
struct IncludedStudiesAppraiser {
  /// How clearly a sentence says that the studies it counts were included.
  private enum Score {
    /// The words after the number say that the studies were included.
    static let includedAfter: Float = 3
    /// The words before it say so.
    static let includedBefore: Float = 2
    /// The words around it are those of a finding.
    static let finding: Float = 2
    /// The sentence is in the results.
    static let results: Float = 0.7
    /// The sentence is in the background or the conclusion.
    static let elsewhere: Float = -1
    /// The number is a bound, or what remained.
    static let bound: Float = -1
    /// The number is a total, of which a part follows.
    static let total: Float = -3
    /// The words around it say that studies were excluded.
    static let discarded: Float = -1.5
    /// The lowest score at which a number counts.
    static let threshold: Float = 2
  }

  /// A review rarely includes fewer studies.
  private static let leastStudies = 2

  // How far to look, in words.

  /// The noun is nearer to the number than this.
  private static let nounReach = 5
  /// The words after the number that say what was done with the studies, without those in brackets.
  private static let wordsAfter = 12
  /// The words after the number that are examined, with those in brackets.
  private static let allWordsAfter = 60
  /// The words before the number that say what was done with the studies.
  private static let wordsBefore = 6

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
    return highest >= Score.threshold ? best : nil
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
      guard numeral.value >= Self.leastStudies, numeral.value < CountFinder.hugeStudy,
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
    while at < sentence.words.upperBound, at - start < Self.nounReach {
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

  /// The words about the counted studies, up to `end`, without brackets.
  private func after(_ count: CountCandidate, until end: Int, _ document: ScannedDocument)
    -> WordClasses
  {
    var kinds: WordClasses = []
    var isBracketed = false
    var seen = 0
    let first = count.words.upperBound + 1
    for at in (first..<max(end, first)).prefix(Self.allWordsAfter) {
      let gap = document.text.words[at].gap
      if !gap.isDisjoint(with: [.semicolon, .colon, .period]), !isBracketed { break }
      if gap.contains(.close) { isBracketed = false }
      if gap.contains(.open) { isBracketed = true }
      if isBracketed { continue }
      kinds.formUnion(document.classes(document.text, at))
      seen += 1
      if seen == Self.wordsAfter { break }
    }
    return kinds
  }

  private func score(
    _ count: CountCandidate, until end: Int, _ sentence: Sentence, _ document: ScannedDocument
  ) -> Float {
    let first = count.words.lowerBound
    // "We screened 1204 titles and included 38 papers": only what follows the other count.
    let other = (max(sentence.words.lowerBound, first - Self.wordsBefore)..<first).last {
      document.text.words[$0].isNumber
    }
    let before = document.classes(
      before: first, count: other.map { max(0, first - $0 - 2) } ?? Self.wordsBefore,
      in: document.text, sentence: sentence,
      until: [.comma, .semicolon, .colon, .period])
    let after = after(count, until: end, document)
    var score: Float = 0
    if after.contains(.inclusion) { score += Score.includedAfter }
    if before.contains(.inclusion) { score += Score.includedBefore }
    if after.contains(.finding) || before.contains(.finding) { score += Score.finding }
    if sentence.zone == .results || sentence.zone == .summary { score += Score.results }
    if sentence.zone == .background || sentence.zone == .conclusion { score += Score.elsewhere }
    if before.contains(.remaining) || before.contains(.bound) { score += Score.bound }
    // "Of 238 articles identified": a total, followed by a part of it; but not "a total of 38".
    if first > sentence.words.lowerBound,
      document.classes(document.text, first - 1).contains(.among),
      first - 1 == sentence.words.lowerBound
        || !document.classes(document.text, first - 2).contains(.total)
    {
      score += Score.total
    }
    if after.contains(.discard) || before.contains(.discard) { score += Score.discarded }
    return score
  }
}

extension IncludedStudiesAppraiser: CountAppraiser {
  func appraise(_ document: ScannedDocument, designs: [CodeScores.Candidate]) -> JudgedCount? {
    StudyDesignAppraiser.isReview(designs) ? appraise(document).map { JudgedCount(count: $0) } : nil
  }
}
