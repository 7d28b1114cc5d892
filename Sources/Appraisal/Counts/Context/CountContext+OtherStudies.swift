/// Whether a number counts the people of another study or of a further group.
extension CountContext {
  // How far to look, in words.

  /// The study that a number belongs to is nearer than this.
  private static let studyReach = 12
  /// A phrase for people who do not exist begins at most this far before the number.
  private static let hypotheticalReach = 6
  /// Maximum distance between a bracket and the studies before it.
  private static let studiesReach = 8
  /// A word such as "earlier" is at most this many words before its study.
  private static let earlierReach = 2
  /// A word such as "including" is at most this many words before "one of".
  private static let listReach = 2
  /// The number of studies is at most this many words before them.
  private static let studyCountReach = 2

  /// Whether the sentence is about another study: "an earlier trial of 420 patients", "previous
  /// studies have shown benefits in 2,500 patients".
  var isOfEarlierStudy: Bool {
    // "Smith et al. enrolled 420 patients."
    if sentence.classes.contains(.cited), sentence.classes.isDisjoint(with: [.first, .this]) {
      return true
    }
    if isExample || isOfNamedAuthor { return true }
    var at = first - 1
    var isBracketed = false
    while at > sentence.words.lowerBound, first - at < Self.studyReach {
      if !gap(at + 1).isDisjoint(with: [.semicolon, .colon, .period]) { return false }
      // Words in a bracket before the number do not describe it.
      if gap(at + 1).contains(.close) { isBracketed = true }
      defer {
        if gap(at).contains(.open) { isBracketed = false }
        at -= 1
      }
      if isBracketed { continue }
      let kinds = self.kinds(at)
      if !kinds.isDisjoint(with: [.randomised, .interviewed]) { return false }
      if kinds.contains(.study) || kinds.contains(.work) {
        let before = document.classes(
          before: at, count: Self.earlierReach, in: text, sentence: sentence)
        if before.contains(.earlier) { return true }
      }
    }
    return false
  }

  /// Whether the sentence is about a study that names its author: "a trial by Smith enrolled 300
  /// people".
  private var isOfNamedAuthor: Bool {
    guard sentence.classes.isDisjoint(with: [.first, .this]) else { return false }
    let start = sentence.words.lowerBound
    let near = max(start, first - ScannedDocument.authorReach)..<max(first, start)
    return text.found(beginningIn: near).contains { match in
      document.isStudy(match, byAuthorIn: text) && Int(match.last) + 1 < first
    }
  }

  /// Whether the number counts people who do not exist: "a hypothetical cohort of 10,000 adults".
  var isHypothetical: Bool {
    let contexts = document.tables.contexts
    let start = sentence.words.lowerBound
    let near = max(start, first - Self.hypotheticalReach)..<max(first, start)
    let isBefore = text.found(beginningIn: near).contains {
      contexts.unrealBefore[Int($0.phrase)] && (1...2).contains(first - Int($0.last))
    }
    return isBefore
      || sentence.words.contains(next)
        && text.found(beginningIn: next..<next + 1).contains {
          contexts.unrealAfter[Int($0.phrase)]
        }
  }

  /// Whether the number counts the people of a study that is only an example: "evaluations,
  /// including one of 2,250 people".
  private var isExample: Bool {
    guard first > sentence.words.lowerBound + 2,
      gap(first).union(gap(first - 1)).isDisjoint(with: .breaks)
    else { return false }
    return kinds(first - 1).contains(.among) && document.number(first - 2, in: text) == 1
      && (max(sentence.words.lowerBound, first - 2 - Self.listReach)..<first - 2).contains {
        kinds($0).contains(.list)
      }
  }

  /// Whether the number is in a bracket after a number of studies: "26 studies in the review (2,367
  /// participants)".
  var isAfterStudies: Bool {
    guard gap(first).contains(.open) else { return false }
    var at = first - 1
    while at > sentence.words.lowerBound, first - at <= Self.studiesReach {
      if !gap(at + 1).isDisjoint(with: .stops) { return false }
      if kinds(at).contains(.study), text.words[at].shape.contains(.plural),
        (max(sentence.words.lowerBound, at - Self.studyCountReach)..<at).contains(where: isNumber)
      {
        return true
      }
      at -= 1
    }
    return false
  }

  /// Whether the number counts a further group: "a control group of 59 patients", "a second cohort
  /// of 200".
  var isOtherGroup: Bool {
    guard first > sentence.words.lowerBound + 2, kinds(first - 1).contains(.among),
      gap(first).union(gap(first - 1)).union(gap(first - 2)).isDisjoint(with: .breaks)
    else { return false }
    // "second" is also a unit of time.
    return !kinds(first - 2).isDisjoint(with: [.arm, .work])
      && !kinds(first - 3).isDisjoint(with: [.arm, .other, .time])
  }
}
