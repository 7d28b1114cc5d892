import Literature

/// Recognises PubMed by its tags.
extension SyntaxRecognition {
  var isPubMed: Bool {
    let text = normal
    return PubMedTags.areMeant(in: text)
      || text.matches(of: Self.pubmedTag).contains { match in
        let tag = StrategyFields.pubmedTag(String(match.1))
        return StrategyFields.meaning(of: tag.name, in: .pubmed) != nil
      }
  }

  // MARK: Patterns

  private static let pubmedTag = SharedRegex(#/["\w*)]\s*\[([A-Za-z0-9 \/:~-]+)\]/#)
}
