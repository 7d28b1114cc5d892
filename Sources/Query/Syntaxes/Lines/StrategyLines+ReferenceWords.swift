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
      let start = prefix(range)?.start ?? range.lowerBound
      let search = string(start..<range.upperBound)
      for match in search.matches(of: Self.reference) {
        guard let number = Int(match.output.2), numbers.contains(number),
          Self.endsOperand(search[..<match.range.lowerBound]),
          Self.beginsOperand(search[match.range.upperBound...])
        else { continue }
        let first = start + search[..<match.range.lowerBound].unicodeScalars.count
        blank(first..<first + match.output.1.unicodeScalars.count)
      }
    }
    return physical.map { trimmed($0) }
  }

  /// Whether an operand can begin after a text: at the beginning, or after a parenthesis or an
  /// operator.
  private static func endsOperand(_ before: Substring) -> Bool {
    guard let last = before.last(where: { !$0.isWhitespace }) else { return true }
    if last == "(" { return true }
    let word = before.split { $0.isWhitespace || "()".contains($0) }.last ?? ""
    return last != ")" && BooleanOperator(word) != nil
  }

  /// Whether an operand can end before a text: at the end, or before a parenthesis, an operator or
  /// a hit count.
  private static func beginsOperand(_ after: Substring) -> Bool {
    guard let first = after.first(where: { !$0.isWhitespace }) else { return true }
    if first == ")" || first == "[" { return true }
    let word = after.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "(" }
    return BooleanOperator(word) != nil || after.wholeMatch(of: Self.countAtEnd) != nil
  }

  // MARK: Patterns

  private static let reference =
    SharedRegex(
      #/(?i)\b((?:lines?|searche?s?|sets?|quer(?:y|ies))\s{1,3})#?(\d{1,4})(?:-#?\d{1,4})?(?![\w-])/#
    )
  private static let countAtEnd = SharedRegex(#/[.\s]*[(\[]?\d[\d,]*[)\]]?\s*|[.\s]*/#)
}
