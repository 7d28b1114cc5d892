import Literature

/// Reads the tags of PubMed, and refuses those with a slip.
extension StrategyLexer {
  /// The tag that begins with the bracket at an index: its name in lower case, the text after its
  /// colon, and the index after it.
  ///
  /// - Throws: for a tag that is unknown, or that is not closed before something that no tag has.
  func tag(at bracket: Int) throws(Malformed) -> (name: String, option: String, end: Int) {
    let stop = text[(bracket + 1)...].firstIndex { "[]()\"".unicodeScalars.contains($0) }
    guard let close = stop, text[close] == "]" else {
      throw unclosedTag(at: bracket, before: stop ?? text.count)
    }
    let typed = String(scalars: text[(bracket + 1)..<close])
    let (name, option) = StrategyFields.pubmedTag(typed)
    guard StrategyFields.meaning(of: name, in: .pubmed) != nil else {
      throw Malformed(
        "Unknown field tag “[\(typed.oneLine)]”",
        PubMedTags.nearest(to: name).map { "Did you mean “[\($0)]”?" }
          ?? "Use a tag such as [tiab], [ti], [mesh] or [au].", at: bracket)
    }
    return (name, option, close + 1)
  }

  /// The mistake of a bracket that is not closed: `peer[ti) AND lay`.
  private func unclosedTag(at bracket: Int, before stop: Int) -> Malformed {
    let inside = text[(bracket + 1)..<min(stop, bracket + Self.longestName)]
    let words = inside.split(whereSeparator: QueryCharacters.isSeparator).prefix(3)
      .map { String(scalars: $0.prefix { !"})>,;".unicodeScalars.contains($0) }) }
    // Tags have up to three words.
    let names = (0..<words.count).reversed().map { words[...$0].joined(separator: " ") }
    let known = names.first { name in
      StrategyFields.meaning(of: StrategyFields.pubmedTag(name).name, in: .pubmed) != nil
    }
    return Malformed(
      "Unmatched “[”", known.map { "Write “[\($0)]”." } ?? "Add the closing bracket.",
      at: bracket)
  }

  /// Refuses a tag without its first bracket, or in braces: `peer tiab]`, `peer{tiab}`.
  func expectBrackets(_ word: String) throws(Malformed) {
    guard syntax == .pubmed, let last = word.last, last == "]" || last == "}" else { return }
    let brace = word.lastIndex(of: "{")
    let name = word[(brace.map(word.index(after:)) ?? word.startIndex)...].dropLast()
    guard StrategyFields.meaning(of: name.lowercased(), in: .pubmed) != nil else { return }
    let typed = word[(brace ?? word.startIndex)...]
    throw Malformed(
      "Invalid field tag “\(typed)”", "Write “[\(name)]”.",
      at: position + word[..<typed.startIndex].unicodeScalars.count)
  }

  /// Refuses a tag in parentheses after a term: `peer support (tiab)`.
  func expectNoTagInParentheses() throws(Malformed) {
    guard syntax == .pubmed, !isOperandExpected else { return }
    let group = lookahead(from: position).prefix { $0 != ")" }
    let end = position + group.count
    guard end < text.count, text[end] == ")",
      let tag = PubMedTags.inParentheses(String(scalars: group.dropFirst()))
    else { return }
    throw Malformed(
      "Invalid field tag “\(String(scalars: text[position...end]))”", "Write “[\(tag)]”.",
      at: position)
  }
}
