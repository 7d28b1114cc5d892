import Literature

/// Removes the words before the numbers of lines that a search refers to.
extension StrategyLines {
  /// The lines without these words: `search 1 AND search 2`, `(lines 1-3) NOT letter.pt.`.
  ///
  /// “line 1” can also be words of a search, so it must be an operand by itself.
  ///
  /// - Parameter numbers: the numbers of the lines.
  mutating func withoutReferenceWords(
    _ physical: [Range<Int>], to numbers: Set<Int>
  ) -> [Range<Int>] {
    guard numbers.count > 1 else { return physical }
    for range in physical {
      if ReadingDeadline.isOver { return physical }
      guard mayHaveReferenceWord(range) else { continue }
      var first = prefix(range)?.start ?? range.lowerBound
      let search = string(first..<range.upperBound)
      var place = search.startIndex
      for match in search.matches(of: Self.reference) {
        first += search[place..<match.range.lowerBound].unicodeScalars.count
        place = match.range.lowerBound
        let after = search[match.range.upperBound...]
        guard let number = Int(match.output.2), numbers.contains(number),
          OperandSide(before: search[..<match.range.lowerBound], inCapitals: false) != .other,
          OperandSide(after: after, inCapitals: false) != .other
            || after.wholeMatch(of: Self.rest) != nil
        else { continue }
        blank(first..<first + match.output.1.unicodeScalars.count)
      }
    }
    return physical.map { trimmed($0) }
  }

  /// Whether a number follows one of the last letters of such words: nearly all lines have none,
  /// and patterns are slow.
  private func mayHaveReferenceWord(_ range: Range<Int>) -> Bool {
    range.dropFirst(2).contains { index in
      (QueryCharacters.isASCIIDigit(text[index]) || text[index] == "#")
        && QueryCharacters.isSeparator(text[index - 1])
        && (QueryCharacters.isSeparator(text[index - 2])
          || "ehstyEHSTY".unicodeScalars.contains(text[index - 2]))
    }
  }

  // MARK: Patterns

  private static let reference =
    SharedRegex(
      #/(?i)\b((?:lines?|searche?s?|sets?|quer(?:y|ies))\s{1,3})#?(\d{1,4})(?:-#?\d{1,4})?(?![\w-])/#
    )
  /// A full stop, a comment or a hit count.
  private static let rest =
    SharedRegex(#/\s*[.,;]?\s*(?:\[[^\]]{0,99}\]\s*)?(?:[(\[]?\d[\d,]*[)\]]?)?\s*/#)
}
