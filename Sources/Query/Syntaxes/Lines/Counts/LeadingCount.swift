import Literature

/// A number between the number of a line and its search that may be the count of hits, as in some
/// histories: `# 3 12 #2 AND #1`.
struct LeadingCount {
  /// The number of scalars before the search.
  let length: Int
  /// The number as written.
  let text: String
  /// Whether the number can't be part of the search: a tab or a bar follows, or it has commas
  /// between its digits.
  let isCertain: Bool
  /// Whether the number is at least ``PastedCount/leastLarge`` and not a year.
  let isLarge: Bool
  /// Whether references to other lines follow.
  let isBeforeReferences: Bool

  /// Finds the count; `nil` if the line does not begin with a number, or if an operator follows it.
  init?(_ line: String) {
    guard let match = line.prefixMatch(of: Self.number) else { return nil }
    var number = match.1
    var rest = line[match.range.upperBound...]
    if Self.isOperand(before: rest), let space = number.lastIndex(of: " ") {
      // In “1 234 101 and 102”, the count is “1 234”.
      rest = line[space...].drop(while: \.isWhitespace)
      number = number[..<space]
    }
    if Self.isOperand(before: rest) { return nil }
    text = String(number)
    length = line[..<rest.startIndex].unicodeScalars.count
    let gap = line[number.endIndex..<rest.startIndex]
    isCertain = number.contains(",") || gap.contains("\t") || gap.contains("|")
    isLarge = PastedCount.isLarge(text)
    isBeforeReferences = LineCombination.beginning(of: rest) != nil
  }

  /// Whether a number before a text is an operand of the search: a sign or an operator follows it.
  private static func isOperand(before rest: Substring) -> Bool {
    if let first = rest.first, "-:,/&[".contains(first) { return true }
    let word = rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    return StrategyOperators.isOperator(word)
      || ProximityOperator.equivalent(of: String(word)) != nil
      || ["use", "to", "same"].contains(word.lowercased())
  }

  // MARK: Patterns

  private static let number =
    SharedRegex(#/(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\s*[\t|]\s*|\s+)(?=\S)/#)
}
