import Literature

/// Finds the lines that appendices write around a search and that only say where or when it was
/// run: `Scopus (Elsevier), 3 May 2023`, `Date of search: 3 May 2023`.
///
/// In a strategy without line numbers, such a line would be the first search, and shift the numbers
/// of the others.
enum StrategyCaption {
  /// Whether a line only names a database, a date or the title of a search.
  static func isCaption(_ line: String) -> Bool {
    if StrategyRemark.hasSyntax(line) || StrategyLineEnd(line).endsWithOperator { return false }
    if line.starts(with: Self.search) || line.starts(with: Self.table) { return true }
    guard let name = line.prefixMatch(of: Self.database) else { return false }
    // Names and dates are in capitals; other words belong to a search: “medline indexed journals”.
    return line[name.range.upperBound...].split { !$0.isLetter }.allSatisfy { word in
      word.first?.isUppercase == true || words.contains(String(word))
    }
  }

  /// Words in lower case that occur beside the names of databases.
  private static let words: Set<String> = [
    "all", "and", "by", "citations", "current", "database", "databases", "date", "for", "from",
    "full", "hits", "host", "in", "inception", "interface", "limits", "nd", "no", "of", "on",
    "platform", "present", "rd", "records", "restrictions", "result", "results", "run", "search",
    "searched", "searches", "since", "st", "strategies", "strategy", "text", "th", "the",
    "through", "to", "until", "updated", "versions", "via", "week", "with",
  ]

  // MARK: Patterns

  private static let database =
    SharedRegex(
      #/(?i)(?:the |apa )?(?:ovid|medline|pubmed|embase|cinahl|psyc(?:info|articles)|scopus|web of science|cochrane (?:library|central)|proquest|ebsco(?:host)?|lilacs|clinicaltrials\.gov|google scholar|sciencedirect)\b/#
    )
  private static let search =
    SharedRegex(
      #/(?i)(?:dates? (?:of (?:the )?(?:last )?search(?:es)?|searched|run)|(?:last )?searched|(?:total )?number of (?:hits|results|records|references|citations|articles|documents)|search (?:dates?|conducted|performed|run|updated)|(?:(?:full|final|complete|electronic) )?search strateg(?:y|ies))\b/#
    )
  private static let table =
    SharedRegex(#/(?:(?:e?Table|Box|Figure|Annex) [SA]?\d{1,2}|Additional file \d{1,2})\b/#)
}
