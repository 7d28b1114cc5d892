import Query

extension InterpretedQuery {
  /// The query in a heading or a sentence, in quotation marks: a long one is cut, and one of
  /// several lines is only called the query, or the strategy.
  package var heading: String {
    if text.contains(where: \.isNewline) {
      return StrategyReader.isStrategy(text, isLong: true) ? "the strategy" : "the query"
    }
    guard text.count > Self.longestHeading else { return "“\(text)”" }
    let cut = text.prefix(Self.longestHeading)
    // Whole words, unless there is only one.
    let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
    return "“\(cut[..<end])…”"
  }

  private static let longestHeading = 120
}
