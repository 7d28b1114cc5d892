/// Words that mean people, and words that mean things, which are counted differently.
extension CountContext {
  /// The number of words that are examined for the things that are counted.
  private static let thingReach = 4

  /// Whether a word of some classes means people.
  func isPerson(_ kinds: WordClasses, _ word: ScannedWord) -> Bool {
    acronyms.contains(word.entry) && word.shape.contains(.acronym)
      || !kinds.isDisjoint(with: [.people, .group])
      // "30 controls", but not "12 control villages".
      || kinds.contains(.case) && !kinds.contains(.unit) && word.shape.contains(.plural)
  }

  /// Whether a word of some classes means things or measures, not people.
  func isThing(_ kinds: WordClasses) -> Bool {
    !kinds.isDisjoint(with: [.unit, .measure]) && kinds.isDisjoint(with: [.people, .group])
  }

  /// Whether the text defines an acronym as a thing: "community health centres (CHCs)".
  func meansThing(_ at: Int) -> Bool {
    for other in [text, document.text] {
      guard let definition = other.acronyms.definitions[text.words[at].entry] else { continue }
      return isThing(other.classes[definition.upperBound - 1])
    }
    return false
  }

  /// Whether a noun that means people only describes a thing: "54 outpatient vascular clinics".
  func isNamedThing(after head: Int) -> Bool {
    for at in head + 1..<max(head + 1, min(head + Self.thingReach, sentence.words.upperBound)) {
      let kinds = self.kinds(at)
      guard gap(at).isDisjoint(with: .breaks), kinds.isDisjoint(with: [.stop, .copula, .modal])
      else { return false }
      if isThing(kinds), text.words[at].shape.contains(.plural) { return true }
    }
    return false
  }

  /// Whether the words from a place on name things, not people: "24 total in-person visits".
  func isFollowedByThing(_ start: Int) -> Bool {
    for at in start..<max(start, min(start + Self.thingReach, sentence.words.upperBound)) {
      guard gap(at).isDisjoint(with: .breaks) else { return false }
      let kinds = self.kinds(at)
      // "in-person visits"
      if at + 1 < sentence.words.upperBound, gap(at + 1) == .hyphen { continue }
      if gap(at) == .hyphen { continue }
      if isPerson(kinds, text.words[at]) || !kinds.isDisjoint(with: [.stop, .copula, .modal]) {
        return false
      }
      if isThing(kinds), !kinds.contains(.arm) { return true }
    }
    return false
  }
}
