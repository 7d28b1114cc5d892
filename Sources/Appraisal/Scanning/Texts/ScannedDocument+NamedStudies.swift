extension ScannedDocument {
  /// The maximum distance, in words, from a number or a design to a study of a named author before
  /// it.
  static let authorReach = 16

  /// Whether a match names a study and the name of its author follows: "a trial by Smith".
  func isStudy(_ match: PhraseBook.Match, byAuthorIn text: ScannedText) -> Bool {
    let next = Int(match.last) + 1
    guard tables.contexts.studyBy[Int(match.phrase)], next < text.words.count else { return false }
    let word = text.words[next]
    return word.gap.isDisjoint(with: .breaks) && word.shape.contains(.capital)
      && word.shape.isDisjoint(with: [.acronym, .number])
      && text.classes[next].isDisjoint(with: .month)
  }
}
