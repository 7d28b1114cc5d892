/// The text before and after a count.
extension CountContext {
  // How far to look, in words.

  /// The words before a count that may describe it.
  private static let wordsBefore = 9
  /// The words after a count that may describe it, without those in brackets.
  private static let wordsAfter = 24
  /// The words after a count that are examined, with those in brackets (exclusive).
  private static let allWordsAfter = 80
  /// The next "n = 56" of a series is nearer to the end of a count than this.
  private static let nextLetterReach = 16
  /// The previous "n = 53" of a series is nearer to the beginning of a count than this.
  private static let previousLetterReach = 18
  /// The words after a number that may say that its people were randomised or enrolled.
  private static let joinReach = 6
  /// The verb or noun of the next number is nearer to it than this.
  private static let relationReach = 14

  /// Sets the features of the text before the count.
  func before(_ from: Int, _ candidate: inout CountCandidate) {
    if from == sentence.words.lowerBound { candidate[.sentenceStart] = 1 }
    let stop = Swift.max(sentence.words.lowerBound, from - Self.wordsBefore)
    var at = from - 1
    var isClause = true
    while at >= stop {
      let distance = from - at
      if !gap(at + 1).isDisjoint(with: [.semicolon, .colon, .period]) { isClause = false }
      guard isClause else { break }
      rules.apply(rules.before, distance, kinds(at), to: &candidate)
      if isNumber(at), relation(toNumber: first) == .coordinated {
        candidate[.coordinated] = max(candidate[.coordinated], 0.5)
      }
      at -= 1
    }
    // "Older people (n = 150)" is not an age.
    if candidate[.letterEquals] > 0 { candidate[.old] = 0 }
    // "Of 412 approached": a total, followed by a part of it.
    if from > sentence.words.lowerBound, isOf(from - 1),
      from - 1 == sentence.words.lowerBound || gap(from - 1).contains(.comma)
    {
      candidate[.of] = 1
    } else if from > sentence.words.lowerBound + 1, isOf(from - 2),
      from - 2 == sentence.words.lowerBound
    {
      candidate[.of] = 1
    } else if from == sentence.words.lowerBound + 2, kinds(from - 1).contains(.among) {
      candidate[.of] = 1  // "Out of 95"
    }
    if sentence.classes.contains(.prior), sentence.zone == .background || sentence.zone == .text {
      candidate[.prior] = 1
    }
    if isYear, !countsLikeYear { candidate[.year] = 1 }
  }

  func isOf(_ at: Int) -> Bool {
    kinds(at).contains(.among) && text.words[at].shape.contains(.capital)
      || kinds(at).contains(.among) && gap(at).contains(.comma)
  }

  /// Sets the features of the text after the count, up to the end of the clause.
  func after(_ to: Int, head: Int?, _ candidate: inout CountCandidate) {
    var at = to + 1
    var depth = gap(min(next, text.words.count - 1)).contains(.open) ? 1 : 0
    var distance = 0
    var hasNext = false
    while at < sentence.words.upperBound, distance < Self.wordsAfter,
      at - to < Self.allWordsAfter
    {
      let gap = gap(at)
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if gap.contains(.semicolon) || gap.contains(.period) || gap.contains(.colon) { break }
      let word = text.words[at]
      if at == to + 1, gap.contains(.open), word.isNumber, word.shape.contains(.percent),
        at + 1 >= text.words.count || self.gap(at + 1).contains(.close)
      {
        candidate[.percentAfter] = 1
      }
      let kinds = self.kinds(at)
      if depth == 1 {
        rules.apply(rules.bracket, distance + 1, kinds, to: &candidate)
        at += 1
        continue
      }
      distance += 1
      if isNumber(at), !hasNext, kinds.contains(.part) == false, at > to + 2,
        self.kinds(at - 1).contains(.part), self.kinds(at - 2).contains(.among)
      {
        // "of whom 120 were randomised": a part, to which the verb applies.
        let part = Numeral(at: at, in: text, document: document, end: sentence.words.upperBound)?
          .value
        // "90 families, of whom 30 were assigned to each of three groups"
        let isArm = part.map {
          $0 > 0 && [2, 3, 4].contains(numeral.value / $0) && numeral.value % $0 == 0
        }
        if isJoined(at), isArm != true { candidate[.chained] = 1 }
        break
      }
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
      rules.apply(rules.after, distance, kinds, to: &candidate)
      at += 1
    }
    if candidate[.coordinated] < 1, at < sentence.words.upperBound, gap(at).contains(.semicolon),
      isNumber(at), at + 1 < sentence.words.upperBound, kinds(at + 1).contains(.stop)
    {
      candidate[.coordinated] = 1  // "44 were randomised to one; 47 to the other"
    }
    if candidate[.letterEquals] > 0 {
      // "(n = 53) or stretching (n = 56)": similar counts follow.
      var at = next
      while at < sentence.words.upperBound, at - next < Self.nextLetterReach {
        if kinds(at).contains(.letter), at + 1 < sentence.words.upperBound,
          text.words[at + 1].isNumber, gap(at + 1).contains(.equals),
          !countsThings(after: at + 2)
        {
          candidate[.coordinated] = 1
          candidate.isArm = true
        }
        at += 1
      }
      at = first - 2
      while at >= sentence.words.lowerBound, first - at < Self.previousLetterReach {
        if kinds(at).contains(.letter), text.words[at + 1].isNumber,
          gap(at + 1).contains(.equals)
        {
          candidate[.coordinated] = 1
          candidate.isArm = true
        }
        at -= 1
      }
    }
  }

  /// Whether the people counted by a number were randomised or enrolled: "120 were then
  /// randomised".
  private func isJoined(_ number: Int) -> Bool {
    let following = number + 1..<Swift.max(number + 1, sentence.words.upperBound)
    for at in following.prefix(Self.joinReach) {
      if !gap(at).isDisjoint(with: [.semicolon, .period]) { return false }
      let kinds = self.kinds(at)
      if !kinds.isDisjoint(with: [.analysed, .outcome, .treated]) { return false }
      if !kinds.isDisjoint(with: [.randomised, .enrolled]), !kinds.contains(.stop) { return true }
    }
    return false
  }

  func isNumber(_ at: Int) -> Bool {
    text.words[at].isNumber && text.words[at].shape.isDisjoint(with: [.percent, .decimal])
      || document.number(at, in: text) >= 2
  }

  /// The relation of a count to the next number in its sentence: arms side by side, or a chain of
  /// decreasing numbers; `nil` if that number counts something else.
  func relation(toNumber at: Int) -> CountFeature? {
    guard at > sentence.words.lowerBound + 1 else { return nil }
    let joins =
      kinds(at - 1).contains(.contrast) || kinds(at - 2).contains(.contrast)
      || gap(at).contains(.comma) && text.words[at - 1].length > 1
    guard joins, !kinds(at - 1).contains(.old), !kinds(at - 1).contains(.month) else { return nil }
    guard
      let other = Numeral(at: at, in: text, document: document, end: sentence.words.upperBound)?
        .value
    else { return nil }
    var following = at + 1
    var isVerbal = false
    var depth = 0
    while following < sentence.words.upperBound, following - at < Self.relationReach {
      let gap = gap(following)
      if gap.contains(.close) { depth = 0 }
      if gap.contains(.open) { depth = 1 }
      if depth == 1 {
        following += 1
        continue
      }
      // The contents of the bracket that closes here belong to the count: "387 (94%) agreed".
      let inside: ScannedWord.Gap = gap.contains(.close) ? [.percent, .sign] : []
      let breaks = ScannedWord.Gap.breaks.subtracting([.open, .close]).subtracting(inside)
      if !gap.isDisjoint(with: breaks) { break }
      let kinds = self.kinds(following)
      if following == at + 1, kinds.contains(.time) { return nil }
      if !kinds.isDisjoint(with: [.copula, .modal]) {
        isVerbal = true
        break
      }
      if !kinds.isDisjoint(with: [.enrolled, .analysed, .randomised]), !kinds.contains(.stop) {
        isVerbal = true
        break
      }
      if kinds.contains(.stop), !kinds.contains(.among) { break }
      following += 1
    }
    if isVerbal { return .chained }
    // Arms have similar sizes; a much smaller number is a part of this one.
    guard SimilarSize.siblings.allows(other, numeral.value) else { return nil }
    let hasWord = kinds(at - 1).contains(.contrast) || kinds(at - 2).contains(.contrast)
    return hasWord || following > at + 1 && following < sentence.words.upperBound
      ? .coordinated : nil
  }
}
