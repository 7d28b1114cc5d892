import Literature

/// Distinguishes the number of a single line from a number that is searched.
extension StrategyLines {
  /// Whether a search can't begin with a number before it: `1 Peer Group/`, `1 TI peer`.
  static func isSearch(_ search: String, afterNumber number: Int, _ syntax: QuerySyntax) -> Bool {
    let begins: Bool
    switch syntax {
    case .peerlit: return false
    case .pubmed: begins = false
    case .ovid:
      // A greater number may belong to the heading: “5 Alpha Reductase”.
      begins = search.prefixMatch(of: exploded) != nil || number == 1 && beginsWithHeading(search)
    case .ebsco: begins = search.prefixMatch(of: StrategyFields.ebscoAtStart) != nil
    case .scopus: begins = search.prefixMatch(of: scopusField) != nil
    case .wos: begins = search.prefixMatch(of: wosField) != nil
    }
    // A group beside a number without an operator is hardly ever meant.
    return begins || number == 1 && (search.first == "(" || search.first == "\"")
  }

  /// Notes that the number before a single search may be that of the line.
  mutating func noteNumberOfLine() {
    guard syntax != .peerlit, let line = lines.first else { return }
    let typed = string(line.range)
    guard let match = typed.prefixMatch(of: Self.numberAndWord) else { return }
    let number = match.output.1
    let search = String(typed[match.output.2.startIndex...])
    guard number == "1" || syntax == .ovid && Self.beginsWithHeading(search),
      !StrategyOperators.isOperator(match.output.2)
    else { return }
    lines[0].notes.append(
      "“\(number)” at the beginning is searched. If it is the number of the line, write "
        + "“\(number).”.")
  }

  /// Whether a search begins with a subject heading of Ovid in capitals.
  private static func beginsWithHeading(_ search: String) -> Bool {
    guard let found = search.prefixMatch(of: heading) else { return false }
    // “Year and/or day” is no heading.
    return BooleanOperator(found.output.1.split(separator: " ").last ?? "") == nil
  }

  // MARK: Patterns

  private static let exploded = SharedRegex(#/(?i:exp\.?)\s+[*"A-Za-z(]/#)
  private static let heading =
    SharedRegex(
      #/\*?"?([A-Z][A-Za-z'-]*(?:,? [A-Za-z'&-]+){0,9})(?: \([A-Z][A-Za-z ]*\))?"?\/(?=\s|$|\)|[a-z]{2}\b)/#
    )
  private static let scopusField =
    SharedRegex(
      #/\(*(?:TITLE|ABS|KEY|AUTH|ALL|INDEXTERMS|SRCTITLE|DOCTYPE|PUBYEAR)[A-Z-]*\s*[(<>=]/#)
  private static let wosField = SharedRegex(#/\(*[A-Z]{2,4}\s*=/#)
  private static let numberAndWord = SharedRegex(#/(\d{1,3})\s+([A-Za-z]+)/#)
}
