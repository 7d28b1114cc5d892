import Query

extension InterpretedQuery {
  /// The query in a heading or a sentence, in quotation marks: a long one is cut, and a query of
  /// several lines is called “the query”, or “the strategy” if it was run as one.
  package var heading: String {
    if text.contains(where: \.isNewline) {
      let isStrategy = notes.contains { note in
        if case .sentence(let sentence) = note { Strategy.isOrigin(sentence) } else { false }
      }
      return isStrategy ? "the strategy" : "the query"
    }
    guard text.count > Self.longestHeading else { return "“\(text)”" }
    let cut = text.prefix(Self.longestHeading)
    // Whole words, unless there is only one.
    let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
    return "“\(cut[..<end])…”"
  }

  private static let longestHeading = 120
}
