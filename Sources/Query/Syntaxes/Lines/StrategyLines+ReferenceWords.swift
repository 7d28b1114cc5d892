import Literature

/// Removes the words before the numbers of lines that a search refers to.
extension StrategyLines {
  /// The lines without these words: `search 1 AND search 2`, `(lines 1-3) NOT letter.pt.`.
  ///
  /// “line 1” can also be words of a search, so it must be an operand by itself, and all such lines
  /// must be earlier ones. A line without a number must have an operator: `Search 1` is a heading.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of the lines.
  ///   - areNumbered: whether lines have numbers; otherwise, they count by their positions.
  mutating func withoutReferenceWords(
    _ physical: [Range<Int>], to numbers: Set<Int>, areNumbered: Bool
  ) -> [Range<Int>] {
    guard numbers.count > 1 else { return physical }
    for (place, range) in physical.enumerated() {
      if ReadingDeadline.isOver { return physical }
      guard mayHaveReferenceWord(range) else { continue }
      let known = prefix(range)
      let own = known?.number ?? (areNumbered ? Int.max : place + 1)
      let words = referenceWords(
        (known?.start ?? range.lowerBound)..<range.upperBound, to: numbers)
      guard words.allSatisfy({ $0.number < own }),
        known != nil || words.contains(where: \.isBesideOperator)
      else { continue }
      for word in words { blank(word.range) }
    }
    return physical.map { trimmed($0) }
  }

  /// A word before the number of a line.
  private struct ReferenceWord {
    let range: Range<Int>
    let number: Int
    let isBesideOperator: Bool
  }

  /// The words before numbers of lines in a search.
  private func referenceWords(_ range: Range<Int>, to numbers: Set<Int>) -> [ReferenceWord] {
    let search = string(range)
    var first = range.lowerBound
    var place = search.startIndex
    return search.matches(of: LineWords.beforeReference).compactMap { match in
      first += search[place..<match.range.lowerBound].unicodeScalars.count
      place = match.range.lowerBound
      let rest = search[match.range.upperBound...]
      let before = OperandSide(before: search[..<place], inCapitals: false)
      let after = OperandSide(after: rest, inCapitals: false)
      guard let number = Int(match.output.2), numbers.contains(number), before != .other,
        after != .other || rest.wholeMatch(of: Self.rest) != nil
      else { return nil }
      return ReferenceWord(
        range: first..<first + match.output.1.unicodeScalars.count, number: number,
        isBesideOperator: before == .operation || after == .operation)
    }
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

  /// A full stop, a comment or a hit count.
  private static let rest =
    SharedRegex(#/\s*[.,;]?\s*(?:\[[^\]]{0,99}\]\s*)?(?:[(\[]?\d[\d,]*[)\]]?)?\s*/#)
}
