/// Words with operators that are joined to them.
extension StrategyLexer {
  /// Refuses a word with an operator that is joined to it.
  ///
  /// - Parameter place: where the word begins.
  func expectSpaces(_ word: String, at place: Int) throws(Malformed) {
    guard
      let separated = JoinedOperator.separated(
        word, in: syntax, numbers: hasLines ? numbers : [], isAfterTerm: !isOperandExpected)
    else { return }
    throw .missingSpace(in: word, separated, at: place)
  }

  /// Refuses such words among those that have one tag of PubMed.
  func expectSpaces(in words: Range<Int>) throws(Malformed) {
    for (word, start) in unquotedWords(in: words) { try expectSpaces(word, at: start) }
  }
}
