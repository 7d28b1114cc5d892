import Literature

extension StrategyLexer {
  /// Reads a field before a parenthesis, a condition on the year, or an exact phrase in braces.
  mutating func scopusLexeme() throws(Malformed) -> Bool {
    if text[position] == "{" { return try braces() }
    if publicationYear() { return true }
    guard let end = nameEnd else { return false }
    let name = String(scalars: text[position..<end]).lowercased()
    guard let open = wordStart(from: end), text[open] == "(" else { return false }
    guard let kind = prefix(name) else {
      let isName =
        open == end && end - position > 2 && name.uppercased() != name
        && text[position..<end].allSatisfy { $0 == "-" || $0.properties.isUppercase }
      if isName, BooleanOperator(name) == nil {
        throw Malformed(
          "Unknown field “\(name.uppercased())”",
          "Use a field such as TITLE-ABS-KEY, TITLE or KEY.", at: position)
      }
      return false
    }
    if name == "limit-to" || name == "exclude" { return try limit(from: open) }
    noteAuthor(name, name.uppercased())
    noteKeywords([name])
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

  /// Reads `LIMIT-TO(…)` or `EXCLUDE(…)`, which have a field and a value: `(PUBYEAR, 2014)`.
  private mutating func limit(from open: Int) throws(Malformed) -> Bool {
    var depth = 0
    var index = open
    while index < text.count {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    let typed = String(scalars: text[position..<index])
    let isExcluded = typed.uppercased().hasPrefix("EXCLUDE")
    let node = try limit(String(scalars: text[open..<index])) ?? .unsupported(typed)
    if node.isUnsupported { note(StrategyNote.ignored(typed)) }
    add(.node(isExcluded ? .without(node) : node), to: index)
    return true
  }

  /// The node for a field and a value in parentheses; `nil` if there is no equivalent.
  private func limit(_ text: String) throws(Malformed) -> StrategyNode? {
    guard let match = text.firstMatch(of: Self.fieldAndValue) else { return nil }
    let value = String(match.2).oneLine
    switch StrategyFields.meaning(of: match.1.lowercased(), in: .scopus) {
    case .date?: return StrategyYears.range(value).map { .years([$0]) }
    case .publicationType?: return .publicationType(PublicationTypes.name(scopus: value))
    case .fields(let fields)?:
      let scalars = StrategyText.scalars(value)
      let leaves = try terms.leaves(scalars[...], at: position)
      let term =
        fields == [.subject]
        ? StrategyTerms.heading(scalars, leaves) : StrategyTerms.phrase(leaves)
      return term.map { .field(fields, .term($0)) }
    case .unsupported?, nil: return nil
    }
  }

  /// Reads `{exact phrase}`.
  private mutating func braces() throws(Malformed) -> Bool {
    guard let end = text[position...].firstIndex(of: "}") else {
      throw Malformed("Unmatched “{”", "Add the closing brace.", at: position)
    }
    // Wildcards are ordinary characters there.
    let leaves = QueryCharacters.literalWords(text[(position + 1)..<end]).map {
      QueryTree.word($0)
    }
    guard let phrase = StrategyTerms.phrase(leaves) else {
      throw Malformed("Empty braces", "Write a phrase between them.", at: position)
    }
    add(.node(.term(phrase)), to: end + 1)
    return true
  }

  // MARK: Patterns

  private static let fieldAndValue =
    SharedRegex(#/^\(\s*([A-Za-z-]+)\s*,\s*"?([^"]*?)"?\s*\)$/#)
  private static let yearCondition =
    SharedRegex(#/^PUBYEAR\s*(?:>|<|=|AFT|BEF|IS)\s*\d{4}/#.ignoresCase())
}
