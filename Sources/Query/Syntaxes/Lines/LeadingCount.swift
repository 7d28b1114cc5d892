import Literature

/// A number between the number of a line and its search that may be the count of hits, as in some
/// histories: `# 3 12 #2 AND #1`.
struct LeadingCount {
  /// The number of scalars before the search.
  let length: Int
  /// The number as written.
  let text: String
  /// Whether it can't be part of the search: a tab or a bar follows, or it has commas between its
  /// digits.
  let isCertain: Bool
  /// Whether it is at least ``PastedCount/leastLarge`` and not a year.
  let isLarge: Bool
  /// Whether references to other lines follow.
  let isBeforeReferences: Bool

  /// Finds the count; `nil` if the line does not begin with a number, or if an operator follows it.
  init?(_ line: String) {
    guard let match = line.prefixMatch(of: Self.number) else { return nil }
    let rest = line[match.range.upperBound...]
    text = String(match.1)
    length = match.output.0.unicodeScalars.count
    isCertain = text.contains(",") || match.2.contains("\t") || match.2.contains("|")
    isLarge = PastedCount.isLarge(text)
    isBeforeReferences = rest.prefixMatch(of: Self.references) != nil
  }

  // MARK: Patterns

  private static let number =
    SharedRegex(
      #/(\d{1,3}(?:[, ]\d{3})+|\d+)(\s*[\t|]\s*|\s+)(?!(?i:and|or|not|adj\d*|use|to|near(?:\/\d+)?|same|pre\/\d+|[nw]\/?\d+)\b|[-:,\/&\[])(?=\S)/#
    )
  private static let references =
    SharedRegex(#/[\s(]*[#S]?\d{1,4}[\s)]+(?i:and|or|not)\b|(?i:or|and)\/\s*\d|\{\s*(?i:or|and)\s/#)
}
