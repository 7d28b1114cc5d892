/// Numbers after a letter: "(n = 120)", whose noun comes before the bracket.
extension CountContext {
  /// The noun is nearer to the letter than this, in words.
  private static let nounBeforeReach = 12
  /// A noun that is farther from the letter is less certain to be that of the number.
  private static let certainReach = 7
  /// A noun at most this many words after the start of a sentence may follow the name of an arm.
  private static let leadingWords = 6
  /// The words after the number that may mean people.
  private static let directReach = 3

  /// The index of the letter in "n = 120".
  var letterEquals: Int? {
    guard first > sentence.words.lowerBound, kinds(first - 1).contains(.letter),
      text.words[first - 1].length == 1,
      gap(first).subtracting([.space, .equals, .colon, .sign, .newline]).isEmpty,
      !gap(first).isDisjoint(with: [.equals, .colon, .sign])
    else { return nil }
    return first - 1
  }

  /// Finds the noun before "(n = 120)": its index, if it means people.
  func nounBefore(_ letter: Int, _ candidate: inout CountCandidate) -> Int? {
    var at = letter - 1
    var found: Int?
    while at >= sentence.words.lowerBound, letter - at < Self.nounBeforeReach {
      if at < letter - 1, !gap(at + 1).isDisjoint(with: [.semicolon, .open, .close, .period]) {
        break
      }
      let kinds = self.kinds(at)
      if !kinds.isDisjoint(with: [.people, .group]) {
        candidate[.afterPeople] = letter - at < Self.certainReach ? 1 : 0.5
        candidate.isPeople = true
        if kinds.contains(.provider) { candidate[.provider] = 1 }
        if kinds.contains(.group) { candidate[.group] = 1 }
        found = at
        break
      }
      if !kinds.isDisjoint(with: [.arm, .treated]) { candidate[.afterArm] = 1 }
      if at < letter - 1, gap(at + 1).contains(.comma) { candidate[.farHead] = 1 }
      at -= 1
    }
    candidate.isArm = candidate[.afterArm] > 0 || candidate[.afterPeople] == 0
    if sentence.classes.contains(.randomised) || sentence.classes.contains(.arm) {
      candidate[.armNear] = 1
    }
    // "In the intervention group, participants (n = 119)": one of several arms.
    if let found, found - sentence.words.lowerBound <= Self.leadingWords,
      (sentence.words.lowerBound..<found).contains(where: { kinds($0).contains(.arm) })
    {
      candidate.isArm = true
    }
    // A verb between noun and bracket: "participants received support (n = 119)".
    if let found, letter - found > 1,
      (found + 1..<letter).contains(where: { !kinds($0).isDisjoint(with: [.treated, .randomised]) })
    {
      candidate.isArm = true
    }
    return found
  }

  /// Whether people follow directly after "n = 98 adolescents".
  var isNumberOfPeople: Bool {
    for at in next..<min(next + Self.directReach, sentence.words.upperBound) {
      if !gap(at).isDisjoint(with: ScannedWord.Gap.breaks) { return false }
      if isPerson(kinds(at), text.words[at]) { return true }
      if isThing(kinds(at)) || !kinds(at).isDisjoint(with: [.stop, .arm]) { return false }
    }
    return false
  }
}
