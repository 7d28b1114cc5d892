import Literature

/// Refuses fields and operators that a platform does not have, instead of searching for them as
/// words.
extension StrategyLexer {
  /// Refuses a word that is a field or an operator elsewhere.
  func expectKnown(_ word: String) throws(Malformed) {
    try expectOvidField(word)
    try expectFieldAfterTerm(word)
    try expectBrackets(word)
    try expectColonField(word)
    try expectNoExplosion(word)
    try expectOperator(word)
    try expectLineList(word)
    let end = position + word.unicodeScalars.count
    for index in position..<end where text[index] == "[" {
      try Malformed.checkDeadline()
      try expectNoBrackets(at: index)
    }
    if syntax != .wos, let field = word.prefixMatch(of: Self.wosField) {
      throw foreign(String(field.output.0), .wos)
    }
    if syntax != .scopus, word.uppercased().hasPrefix("TITLE-ABS"),
      text[min(end, text.count)...].first(where: { !QueryCharacters.isSeparator($0) }) == "("
    {
      throw foreign(word, .scopus)
    }
    // Before a word, two capitals may be an abbreviation.
    if syntax != .ebsco, syntax != .peerlit, isOperandExpected,
      StrategyFields.ebscoUsual.contains(word),
      let next = wordStart(from: min(end, text.count)), text[next] == "(" || text[next] == "\""
    {
      throw foreign(word, .ebsco)
    }
  }

  private static let wosField = SharedRegex(#/(TS|TI|AB|AK|KP|AU|SO|DT|PY|LA|WC|DO)=/#)

  private func foreign(_ field: String, _ platform: QuerySyntax) -> Malformed {
    Malformed(
      "“\(field)”, a field of \(platform.label), in a search for \(syntax.label),",
      "Write the search for one platform.", at: position)
  }

  // MARK: Fields

  /// Refuses the tag of a PubMed field on another platform.
  func expectNoBrackets(at start: Int) throws(Malformed) {
    guard syntax != .pubmed, start > 0, !QueryCharacters.isSeparator(text[start - 1]),
      let end = lookahead(from: start).firstIndex(of: "]")
    else { return }
    let tag = String(scalars: text[(start + 1)..<end]).lowercased().prefix { $0 != ":" }
    guard StrategyFields.meaning(of: String(tag), in: .pubmed) != nil else { return }
    throw foreign(String(scalars: text[start...end]), .pubmed)
  }

  /// Refuses codes such as `.gr.` that Ovid's field guides lack here, and Ovid's codes elsewhere.
  private func expectOvidField(_ word: String) throws(Malformed) {
    let end = position + word.unicodeScalars.count
    for index in position..<end where text[index] == "." {
      // A word may contain thousands of full stops.
      try Malformed.checkDeadline()
      let rest = String(scalars: lookahead(from: index))
      guard let mark = OvidFieldMark.atStart(of: rest[...]), mark.end != .comma,
        mark.isAtBoundary(in: rest[...])
      else { continue }
      let codes = mark.codes.map { $0.lowercased() }
      if syntax == .ovid {
        let unknown = codes.first { StrategyFields.meaning(of: $0, in: .ovid) == nil }
        guard let unknown else { continue }
        throw Malformed(
          "Unknown field “.\(unknown).”", "Use a field such as .ti,ab., .tw. or .mp.", at: index)
      }
      let isKnown = codes.allSatisfy { ["ti", "ab", "tw", "mp", "kf", "kw"].contains($0) }
      if isKnown, mark.end == .point { throw foreign(String(rest[mark.range]), .ovid) }
    }
  }

  /// Refuses a field of Ovid before its term, as in a limit: `1 and la=eng`.
  private func expectFieldAfterTerm(_ word: String) throws(Malformed) {
    guard syntax == .ovid, word.contains("="),
      let match = word.prefixMatch(of: Self.fieldBefore),
      StrategyFields.meaning(of: String(match.output.1), in: .ovid) != nil
    else { return }
    let term = match.output.2.isEmpty ? "term" : match.output.2
    throw Malformed(
      "“\(match.output.1)=”, a field before its term,",
      "Write the field after the term: \(term).\(match.output.1).", at: position)
  }

  private static let fieldBefore = SharedRegex(#/([a-z]{2})=([\w-]*)/#)

  /// Refuses a subject heading of Ovid on another platform: `exp Peer Group/`.
  private func expectNoExplosion(_ word: String) throws(Malformed) {
    guard syntax != .ovid, syntax != .peerlit, word.lowercased() == "exp",
      let heading = String(scalars: lookahead(from: position)).prefixMatch(of: Self.exploded)
    else { return }
    throw Malformed(
      "“\(heading.output)”, a subject heading of Ovid, in a search for \(syntax.label),",
      "Write the search for one platform.", at: position)
  }

  private static let exploded = SharedRegex(#/(?i)exp\s+[*"A-Z][^\/()]*\/(?=[\s)]|$)/#)

  /// Refuses a field of Embase.com and the Cochrane Library, which follows a colon: `peer:ti,ab`.
  private func expectColonField(_ word: String) throws(Malformed) {
    guard syntax != .peerlit, let match = word.firstMatch(of: Self.colonField) else { return }
    throw Malformed(
      "“\(match.output)”, a field of Embase.com and the Cochrane Library, in a search for "
        + "\(syntax.label),",
      "Write the search for one platform.", at: position)
  }

  private static let colonField = SharedRegex(#/:(?:ti|ab|kw|de)(?:,(?:ti|ab|kw|de))*\.?$/#)

  // MARK: Operators

  /// Refuses a list of lines of Ovid on other platforms: `or/1-4`.
  private func expectLineList(_ word: String) throws(Malformed) {
    guard syntax != .ovid, syntax != .peerlit, word.contains(Self.lineList) else { return }
    throw Malformed(
      "“\(word)”, which is not an operator of \(syntax.label),",
      "Write each line and the operators between them.", at: position)
  }

  private static let lineList = SharedRegex(#/^(?i)(?:or|and)\/\d+(?:[,-]\d+)*$/#)

  /// Refuses a proximity operator of another platform, or one without a valid distance.
  private func expectOperator(_ word: String) throws(Malformed) {
    guard !isOperandExpected, syntax != .peerlit else { return }
    let isOperator =
      word.contains(Self.proximity)
      || word.contains(Self.shortProximity)
    guard isOperator else { return }
    let name = word.prefix { !$0.isASCIIDigit }
    let digits = word.dropFirst(name.count)
    if !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit),
      StrategyOperators.proximity("\(name)1", in: syntax) != nil
    {
      throw Malformed.invalidDistance(word, example: "\(name)3", at: position)
    }
    throw Malformed(
      "“\(word)”, which is not an operator of \(syntax.label),",
      "Use \(SyntaxRules.of(syntax).proximity).", at: position)
  }

  // MARK: Patterns

  private static let proximity = SharedRegex(#/^(?i)(adj\d+|near\/\S*|near\d+|pre\/\d\S*)$/#)
  private static let shortProximity = SharedRegex(#/^([NW](\d|1\d|2[0-5])|[NW]\/\S+|PRE\/\S+)$/#)
}
