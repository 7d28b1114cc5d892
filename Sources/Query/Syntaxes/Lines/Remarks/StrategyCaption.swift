import Literature

/// Finds the lines that appendices write around a search and that only say where or when it was
/// run: `Scopus (Elsevier), 3 May 2023`, `Date of search: 3 May 2023`.
///
/// In a strategy without line numbers, such a line would be the first search, and shift the numbers
/// of the others.
enum StrategyCaption {
  /// Whether a line only names a database, a date or the title of a search.
  static func isCaption(_ line: String) -> Bool {
    if StrategyRemark.isCount(line) { return true }
    let line = withoutCount(line)
    if StrategyRemark.hasSyntax(line) || StrategyLineEnd(line).endsWithOperator
      || line.contains(Self.field)
    {
      return false
    }
    return line.starts(with: Self.search) || line.starts(with: Self.table)
      || line.starts(with: Self.title) || namesDatabase(line)
  }

  /// Whether a text is only the name of a database, perhaps with what was done there and when.
  static func namesDatabase(_ line: String) -> Bool {
    let usage = line.prefixMatch(of: Self.usage)?.range.upperBound ?? line.startIndex
    guard let name = line[usage...].prefixMatch(of: Self.database) else { return false }
    // Names and dates are in capitals; other words belong to a search: “medline indexed journals”.
    return line[name.range.upperBound...].split { !$0.isLetter }.allSatisfy { word in
      word.first?.isUppercase == true || words.contains(String(word))
    }
  }

  /// A line without `(n = 345)`, of which the sign is also one of fields.
  static func withoutCount(_ line: String) -> String {
    line.contains("=") ? line.replacing(Self.count, with: "") : line
  }

  /// Words in lower case that occur beside the names of databases.
  private static let words: Set<String> = [
    "all", "and", "by", "citations", "conducted", "current", "database", "databases", "date", "for",
    "from", "full", "hits", "host", "in", "inception", "interface", "limits", "nd", "no", "of",
    "on", "performed", "platform", "present", "query", "rd", "records", "restrictions", "result",
    "results", "run", "search", "searched", "searches", "since", "st", "strategies", "strategy",
    "string", "terms", "text", "th", "the", "through", "to", "until", "updated", "used",
    "versions", "via", "week", "with",
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
  private static let title =
    SharedRegex(
      #/Search (?:[Hh]istory|[Tt]erms|[Ss]trings?|[Qq]uer(?:y|ies)|[Dd]etails)(?: [Uu]sed)?$/#)
  /// Words before the name of a database: `Search terms used in PubMed`.
  private static let usage =
    SharedRegex(
      #/(?i)(?:(?:the|our|full|final|complete|detailed|electronic|systematic|initial|updated|example|sample|database|literature) )*(?:search(?:es)? (?:strateg(?:y|ies)|terms?|strings?|quer(?:y|ies)|syntax|histor(?:y|ies)|details)|searche?s?|quer(?:y|ies)|strateg(?:y|ies)|terms|strings?) (?:(?:was|were|is|are|as) )?(?:(?:used|applied|run|performed|conducted|developed|adapted|employed|entered) )?(?:for|in|on|of|from|within|via|through|to search) (?:the )?/#
    )
  private static let count =
    SharedRegex(#/[(\[]?\b[nN]\s?=\s?\d{1,3}(?:[,. ]?\d{3})*[)\]]?/#)
  /// A field of a search after a label: `CINAHL: TI Peer`.
  private static let field =
    SharedRegex(
      #/\b(?:TI|AB|TX|SU|MH|MM|DE|TITLE|ABS|KEY|TITLE-ABS(?:-KEY)?)\s?\(|:\s*(?:TI|AB|TX|SU|MH|MM|DE)\s/#
    )
  private static let table =
    SharedRegex(#/(?:(?:e?Table|Box|Figure|Annex) [SA]?\d{1,2}|Additional file \d{1,2})\b/#)
}
