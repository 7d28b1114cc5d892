import Literature

/// Recognises PubMed by its tags.
extension SyntaxRecognition {
  var isPubMed: Bool {
    let text = normal
    return PubMedTags.areMeant(in: text)
      || text.matches(of: Self.pubmedTag).contains { match in
        let tag = StrategyFields.pubmedTag(String(match.2))
        guard StrategyFields.meaning(of: tag.name, in: .pubmed) != nil,
          !PubMedTags.isWord(tag.name)
        else { return false }
        // After a space, “is” and “all” are also words that were inserted into a quotation.
        return match.1.isEmpty || match.3 != nil || PubMedTags.isHardlyWord(tag.name)
      }
  }

  // MARK: Patterns

  /// A tag, the spaces before it, and after it a character or word that can only follow a term.
  private static let pubmedTag =
    SharedRegex(
      #/["\w*)](\s*)\[([A-Za-z0-9 \/:~-]+)\](\s*(?:$|[)|:\d\n\r]|(?i:and|or|not|filters|sort)\b))?/#
    )
}
