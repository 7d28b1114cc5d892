/// Numbers that count the same people as another number, which has the noun.
extension CountContext {
  // How far to look, in words.

  /// Maximum number of words between a number and the word that joins it to the next.
  private static let mostBeforeJoin = 3
  /// The count whose noun and verb a number shares is nearer than this.
  private static let sharedReach = 30
  /// The words after a noun that may have its verb.
  private static let sharedVerbReach = 12
  /// The words after a number that may name its arm.
  private static let sharedArmReach = 4
  /// Maximum distance, in words, from a clause to the count that it continues (exclusive): "143
  /// patients … with 290 who did not".
  private static let clauseReach = 25
  /// Maximum length, in words, of a bracket that is skipped (exclusive).
  private static let shortBracket = 7

  /// Whether the noun follows the second of two numbers: "22 and 21 patients", "23 experimental and
  /// 26 control patients".
  var sharesNoun: Bool {
    // "between 20 and 30 patients"
    if first > sentence.words.lowerBound, isBetween(first - 1) { return false }
    // "at weeks 8, 16 and 52, all participants"
    if gap(first).contains(.comma) { return false }
    if first > sentence.words.lowerBound, !kinds(first - 1).isDisjoint(with: [.unit, .time]) {
      return false
    }
    var at = next
    var count = 0
    while at < sentence.words.upperBound, count <= Self.mostBeforeJoin {
      if gap(at).contains(.open) {
        guard let end = closing(at) else { return false }
        at = end
      }
      guard gap(at).isDisjoint(with: ScannedWord.Gap.breaks.subtracting([.close, .percent])) else {
        return false
      }
      let kinds = self.kinds(at)
      // "and" and "versus", but not "or".
      if isContrast(at) { return noun(of: at + 1) != nil }
      if text.words[at].isNumber
        || !kinds.isDisjoint(with: [.stop, .people, .group, .unit, .measure, .copula, .time])
      {
        return false
      }
      at += 1
      count += 1
    }
    return false
  }

  /// Whether the number continues a count whose noun and verb it shares: "44 women were randomised
  /// to one group; 47 to the other", "120 patients received one drug and 118 the other".
  var continuesCount: Bool {
    guard first > sentence.words.lowerBound + 2, next < sentence.words.upperBound else {
      return false
    }
    if isBeforeClause, continuesPeople { return true }
    // "859 patients (22 clusters) were randomised to one and 594 (22 clusters) to the other"
    guard let follower = gap(next).contains(.open) ? closingWithoutShare(next) : next,
      follower < sentence.words.upperBound,
      !gap(first).isDisjoint(with: [.semicolon, .comma])
        || isContrast(first - 1) || kinds(first - 1).contains(.stop) && isContrast(first - 2),
      gap(follower).subtracting(follower > next ? .close : []).isDisjoint(with: .breaks)
    else { return false }
    let following = kinds(follower)
    guard isShortPreposition(follower) || !following.isDisjoint(with: [.treated, .arm]),
      // "1,388 students enrolled, 557 of whom completed it"
      following.isDisjoint(with: [.copula, .modal, .time, .among])
    else { return false }
    var at = first - 1
    while at >= sentence.words.lowerBound, first - at < Self.sharedReach {
      if isNumber(at), let head = noun(of: at) {
        let verbs = document.classes(
          after: head, count: Self.sharedVerbReach, in: text, sentence: sentence)
        if !verbs.isDisjoint(with: [.randomised, .treated, .enrolled]) { return true }
        // "75 women in the intervention group and 75 in the control group"
        let own = document.classes(
          after: follower - 1, count: Self.sharedArmReach, in: text, sentence: sentence)
        return verbs.contains(.arm) && own.contains(.arm)
      }
      at -= 1
    }
    return false
  }

  /// Whether a clause about people follows: "with 290 who did not", "than 41 for whom".
  private var isBeforeClause: Bool {
    isWho(next) && gap(next).isDisjoint(with: .breaks)
      && gap(first).isDisjoint(with: .breaks)
      && (isContrast(first - 1) || isWith(first - 1))
  }

  /// Whether a count of people of similar size comes before it.
  private var continuesPeople: Bool {
    var at = first - 1
    while at >= sentence.words.lowerBound, first - at < Self.clauseReach {
      if !gap(at + 1).isDisjoint(with: .stops) { return false }
      if isNumber(at) { return noun(of: at) != nil }
      at -= 1
    }
    return false
  }

  /// Whether a word joins two counts: "and", "versus".
  private func isContrast(_ at: Int) -> Bool {
    kinds(at).contains(.contrast) && !kinds(at).contains(.alternative)
  }

  /// The index of the noun for people after a number of similar size; `nil` if there is none.
  private func noun(of at: Int) -> Int? {
    guard at < sentence.words.upperBound,
      let other = Numeral(at: at, in: text, document: document, end: sentence.words.upperBound),
      SimilarSize.sharedNoun.allows(other.value, numeral.value),
      other.words.upperBound < sentence.words.upperBound,
      gap(other.words.upperBound).isDisjoint(with: .breaks)
    else { return nil }
    return CountContext(
      document: document, text: text, sentence: sentence, numeral: other, acronyms: acronyms
    ).head
  }

  /// The index after a short bracket that opens at a word.
  private func closing(_ start: Int) -> Int? {
    (start + 1..<max(start + 1, min(start + Self.shortBracket, sentence.words.upperBound)))
      .first { gap($0).contains(.close) }
  }

  /// The index after a short bracket that opens at a word; `nil` if it has a percentage, because
  /// "45 (9%) in the other group" are a part of those counted before.
  private func closingWithoutShare(_ start: Int) -> Int? {
    guard let close = closing(start),
      (start..<close).allSatisfy({ !text.words[$0].shape.contains(.percent) })
    else { return nil }
    return close
  }
}
