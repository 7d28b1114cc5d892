import Literature

/// Distinguishes references to lines from numbers that are words.
extension StrategyLexer {
  /// The number of the line that a word refers to: `#3`, in EBSCOhost `S3`, and in Ovid `3`; a full
  /// stop or a comma may follow.
  ///
  /// - Throws: in EBSCOhost, for `S3` before something that is not an operator, and elsewhere for
  ///   `#3` after something that is not one, if line 3 exists.
  mutating func line(_ word: String) throws(Malformed) -> Int? {
    guard isOperandExpected else {
      try expectNoReference(word, at: position)
      return nil
    }
    let typed = String(word.reversed().drop { ".,;:".contains($0) }.reversed())
    let digits = typed.drop { "#Ss".contains($0) }
    guard typed.utf8.count - digits.utf8.count < 2, digits.utf8.allSatisfy(\.isDigit),
      let number = Int(digits)
    else { return nil }
    let isMarked: Bool
    switch typed.utf8.first {
    case UInt8(ascii: "#"): return number
    case UInt8(ascii: "S"), UInt8(ascii: "s"):
      guard syntax == .ebsco || hasLines else { return nil }
      isMarked = true
    default:
      guard syntax == .ovid || hasLines, number <= lastLine else { return nil }
      isMarked = false
    }
    // Among other words it is a word, as in “type 2 diabetes” and “S100 protein”.
    let end = position + word.unicodeScalars.count
    guard let next = wordStart(from: end), text[next] != ")", text[next] != "[" else {
      return number
    }
    let following = String(
      scalars: lookahead(from: next).prefix { !QueryCharacters.isSeparator($0) && $0 != "(" })
    if BooleanOperator(following) != nil || ["use", "&", "|"].contains(following.lowercased())
      || following.allSatisfy({ ".,;:".contains($0) }) && !following.isEmpty
    {
      return number
    }
    // Before a word, a number is not a reference, even if a comma or a full stop follows it.
    guard numbers.contains(number), !isAfterPrefix, !isInField else { return nil }
    if isMarked, syntax == .ebsco {
      throw Malformed(
        "No operator after the reference “\(typed)”",
        "Write AND, OR or NOT after it, or put the words in quotation marks.", at: position)
    }
    if !isMarked, !following.isEmpty, hasReference || references > 0 {
      note(
        "“\(typed)” before “\(following)” is searched as a word. If it is a reference to a line, "
          + "write an operator after it, or put a comment in square brackets.")
    }
    return nil
  }

  /// Refuses a reference to a line beside words, `#3`, which would be searched as one of them.
  private func expectNoReference(_ word: String, at place: Int) throws(Malformed) {
    guard hasLines, word.first == "#" else { return }
    let typed = String(word.reversed().drop { ".,;:".contains($0) }.reversed())
    guard let number = Int(typed.dropFirst()), numbers.contains(number) else { return }
    throw Malformed(
      "No operator beside the reference “\(typed)”",
      "Write AND, OR or NOT between it and the words, or put the words in quotation marks.",
      at: place)
  }

  /// Refuses references among words that have one tag of PubMed: `#3 hiv[tiab]`.
  func expectNoReferences(in words: Range<Int>) throws(Malformed) {
    guard hasLines else { return }
    for (word, start) in unquotedWords(in: words) { try expectNoReference(word, at: start) }
  }
}
