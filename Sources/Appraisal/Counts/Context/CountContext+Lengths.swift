/// Words that are recognised by their class and length.
///
/// Other words of the same class and length are taken for them, but rarely stand in the same place.
/// They have no classes of their own, because ``WordClasses`` has no free bits.
extension CountContext {
  /// Whether a word is "between".
  func isBetween(_ at: Int) -> Bool { kinds(at).contains(.stop) && text.words[at].length == 7 }

  /// Whether a word is a short preposition: "to", "in", "for".
  func isShortPreposition(_ at: Int) -> Bool {
    kinds(at).contains(.stop) && text.words[at].length < 4
  }

  /// Whether a word is "who", or "for" in "for whom".
  func isWho(_ at: Int) -> Bool { kinds(at) == .stop && text.words[at].length == 3 }

  /// Whether a word is "with" or "than".
  func isWith(_ at: Int) -> Bool { kinds(at).contains(.stop) && text.words[at].length == 4 }

  /// Whether a word is "to", where other prepositions have been ruled out.
  func isTo(_ at: Int) -> Bool { kinds(at).contains(.stop) && text.words[at].length == 2 }

  /// Whether a word is "their".
  func isTheir(_ at: Int) -> Bool {
    kinds(at).isEmpty && !text.words[at].isNumber && text.words[at].length <= 5
  }

  /// Whether a word is "out".
  func isOut(_ at: Int) -> Bool { kinds(at).isEmpty && text.words[at].length == 3 }
}
