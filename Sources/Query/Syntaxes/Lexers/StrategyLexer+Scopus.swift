import Literature

extension StrategyLexer {
  /// Reads a field before a parenthesis, a condition on the year, or an exact phrase in braces.
  mutating func scopusToken() throws(Malformed) -> Bool {
    if text[position] == "{" { return try braces() }
    if publicationYear() { return true }
    guard let end = nameEnd else { return false }
    let name = String(scalars: text[position..<end]).lowercased()
    let open = text[end...].firstIndex { !QueryCharacters.isSeparator($0) }
    guard let open, text[open] == "(" else { return false }
    guard let kind = prefix(name) else {
      let isName =
        open == end && end - position > 2 && name.uppercased() != name
        && text[position..<end].allSatisfy { $0 == "-" || $0.properties.isUppercase }
      if isName, !["AND", "NOT", "OR"].contains(name.uppercased()) {
        throw Malformed(
          "Unknown field “\(name.uppercased())”",
          "Use a field such as TITLE-ABS-KEY, TITLE or KEY.", at: position)
      }
      return false
    }
    if name == "limit-to" || name == "exclude" { return limit(from: open) }
    add(kind, to: end)
    return true
  }

  /// Reads `PUBYEAR > 2010` or `PUBYEAR AFT 2010`.
  private mutating func publicationYear() -> Bool {
    guard text[position] == "P" || text[position] == "p" else { return false }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.firstMatch(of: Self.yearCondition),
      let range = StrategyYears.range(String(match.output))
    else { return false }
    add(.node(.years([range])), to: position + match.output.unicodeScalars.count)
    return true
  }

  /// Reads `LIMIT-TO(…)` or `EXCLUDE(…)`; only years have an equivalent.
  private mutating func limit(from open: Int) -> Bool {
    var depth = 0
    var index = open
    while index < text.count {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    let typed = String(scalars: text[position..<index])
    if typed.uppercased().hasPrefix("LIMIT"), typed.uppercased().contains("PUBYEAR"),
      let range = StrategyYears.range(typed)
    {
      add(.node(.years([range])), to: index)
      return true
    }
    note(StrategyNote.ignored(typed))
    add(.node(.unsupported), to: index)
    return true
  }

  /// Reads `{exact phrase}`.
  private mutating func braces() throws(Malformed) -> Bool {
    guard let end = text[position...].firstIndex(of: "}") else {
      throw Malformed("Unmatched “{”", "Add the closing brace.", at: position)
    }
    // Wildcards are ordinary characters there.
    let leaves = QueryCharacters.words(text[(position + 1)..<end]) {
      !QueryCharacters.isSearchable($0) && $0 != "'"
    }.map { QueryTree.word($0) }
    guard let phrase = StrategyTerms.phrase(leaves) else {
      throw Malformed("Empty braces", "Write a phrase between them.", at: position)
    }
    add(.node(.term(phrase)), to: end + 1)
    return true
  }

  // MARK: Patterns

  private static let yearCondition =
    SharedRegex(#/^PUBYEAR\s*(?:>|<|=|AFT|BEF|IS)\s*\d{4}/#.ignoresCase())
}
