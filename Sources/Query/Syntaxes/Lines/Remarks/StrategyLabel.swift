import Literature

/// A label before a search: `Scopus: TITLE-ABS-KEY(…)`, `Population: (…)`.
///
/// Only names of databases and of the parts of a search are labels. Other words before a colon may
/// be searched for, as in `COVID-19: (…)`; a note names them.
struct StrategyLabel {
  /// The label with its sign: `Scopus:`.
  let text: String
  /// Its length with the spaces after it, in scalars.
  let length: Int
  /// Whether it is certainly no part of the search.
  let isCertain: Bool
  /// Whether it may begin the title of an article that is searched for; if other lines have labels,
  /// it is one, too.
  let mayBeTitle: Bool

  /// The longest beginning of a line that is examined, in scalars.
  static let longest = 160

  /// Finds the label at the beginning of a line; `nil` if there is none.
  init?(_ line: String, _ syntax: QuerySyntax) {
    guard let match = line.prefixMatch(of: Self.pattern) else { return nil }
    let (name, sign) = (String(match.1), match.2)
    let rest = line[match.range.upperBound...]
    let following = rest.prefix { !$0.isWhitespace && $0 != "(" }
    // In Ovid, a colon truncates a word: `outcome: adj2 measure`.
    if StrategyOperators.isOperator(following) { return nil }
    text = line[..<match.range.upperBound].trimmed
    length = match.output.0.unicodeScalars.count
    let isCapitalised = name.first?.isUppercase == true
    let isColon = sign.contains(":")
    let isSpaced = isColon && sign.last?.isWhitespace == true
    let beginsGroup = rest.first == "(" || rest.first == "\""
    switch syntax {
    case .peerlit:
      // A colon may also follow a field.
      guard isCapitalised, !QueryFieldNames.all.contains(name.lowercased()) else { return nil }
    case .ovid: guard isCapitalised, sign.last?.isWhitespace == true else { return nil }
    // PubMed's own label is not named.
    case .pubmed: if name.lowercased() == "search" { return nil }
    case .ebsco, .scopus, .wos: break
    }
    // “Patients: partners in care” is the title of an article.
    let isTitle =
      rest.wholeMatch(of: Self.title) != nil && name.wholeMatch(of: Self.search) == nil
      && name.wholeMatch(of: Self.numbered) == nil
    if Self.isDatabase(name) {
      if !isColon, !isCapitalised { return nil }
      isCertain = !isTitle
      mayBeTitle = isTitle
    } else if isSpaced || beginsGroup, Self.isPart(name) {
      isCertain = !isTitle || Self.letters.contains(name)
      mayBeTitle = isTitle
    } else if isSpaced, Self.hasFields(rest, syntax), name.wholeMatch(of: Self.kind) != nil {
      isCertain = !isTitle
      mayBeTitle = isTitle
    } else {
      isCertain = false
      mayBeTitle = false
      let beginsField = rest.prefixMatch(of: Self.field) != nil
      guard isColon, beginsGroup || beginsField || isSpaced && Self.hasFields(rest, syntax),
        !StrategyRemark.isSetting(line),
        !Self.mayBeField(name, in: syntax, beforeField: beginsField)
      else { return nil }
    }
  }

  /// The label of a query in peerlit's own language, before a group or a phrase:
  /// `Search string: ("peer support" OR lay)`; `nil` if there is none.
  static func beforeGroup(in text: String) -> StrategyLabel? {
    // Nearly all queries have no colon.
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let start = Array(StrategyText.scalars(text).prefix(longest))
    guard let label = StrategyLabel(String(scalars: start), .peerlit), label.isCertain,
      let next = start.dropFirst(label.length).first, next == "(" || next == "\""
    else { return nil }
    return label
  }

  /// The note on words that are searched, although they may be a label.
  var note: String {
    "“\(text)” before the search is searched as words. If it is a label, delete it."
  }

  /// Whether a name is that of a database, perhaps with its platform and dates.
  private static func isDatabase(_ name: String) -> Bool {
    name.wholeMatch(of: database) != nil
      || StrategyCaption.namesDatabase(name) && !StrategyRemark.hasSyntax(name)
  }

  /// Whether a search states its fields after its terms, so that no word before it is a field.
  private static func hasFields(_ search: Substring, _ syntax: QuerySyntax) -> Bool {
    switch syntax {
    case .pubmed: search.contains("[")
    case .ovid: search.contains("/") || !OvidFieldMark.all(in: search).isEmpty
    case .peerlit, .ebsco, .scopus, .wos: false
    }
  }

  /// Whether a name is that of a part of a search: `Population`, `P`, `Concept 2 (peers)`.
  private static func isPart(_ name: String) -> Bool {
    name.wholeMatch(of: part) != nil || name.wholeMatch(of: search) != nil
      || name.wholeMatch(of: numbered) != nil || name.wholeMatch(of: terms) != nil
      || letters.contains(name)
  }

  /// Whether a name may be a field, or has an operator, so that it is hardly a label.
  private static func mayBeField(
    _ name: String, in syntax: QuerySyntax, beforeField: Bool
  ) -> Bool {
    if name.split(whereSeparator: \.isWhitespace).contains(where: {
      StrategyOperators.isOperator($0)
    }) {
      return true
    }
    switch syntax {
    case .peerlit, .ovid, .pubmed: return false
    case .ebsco, .scopus:
      return StrategyFields.meaning(of: name.lowercased(), in: syntax) != nil
    // `TOPIC: (…)`; an unknown field is an error.
    case .wos:
      return !beforeField && name.allSatisfy { $0.isUppercase || " /-".contains($0) }
    }
  }

  /// The letters of PICO, SPIDER and similar schemes.
  private static let letters: Set<String> = [
    "P", "I", "C", "O", "S", "T", "E", "D", "R", "PI", "PO", "PIO", "PICO", "PICOS", "PICOT",
    "PECO", "PCC", "SPIDER",
  ]

  // MARK: Patterns

  /// A name before a colon, or before a dash between spaces.
  private static let pattern =
    SharedRegex(#/(\p{L}[\p{L}\d ,.&+\/()'<>®™-]{0,79}?)(\s*:\s*|\s+-\s+)(?=\S)/#)
  /// Databases that a line of their own does not show, because their names may be terms.
  private static let database =
    SharedRegex(
      #/(?i)(?:WoS|ERIC|CENTRAL|CDSR|ASSIA|AMED|HMIC|IBSS|SocINDEX|CAB Abstracts|Global Health|EconLit|Sociological Abstracts|Web of Knowledge)(?:\s*\([^()]{1,40}\)|\s+(?:via|on)\s+\w+)?/#
    )
  private static let part =
    SharedRegex(
      #/(?i)(?:(?:the|study|main|primary|secondary|target)\s+)?(?:populations?|participants?|patients?(?:\s*\/\s*populations?)?|problems?|interventions?|exposures?|comparisons?|comparators?|controls?|outcomes?(?: measures?)?|contexts?|settings?|study (?:designs?|types?)|designs?|phenomen(?:on|a)(?: of interest)?|samples?|evaluations?|research types?|time ?frames?|concepts?)(?:\s*\([^()]{1,40}\))?(?:\s*#?\d{1,2})?/#
    )
  private static let search =
    SharedRegex(
      #/(?i)(?:combined|combination|all combined|queries|query|search|strings?|strategy|final|search (?:strings?|queries|query|terms?|strateg(?:y|ies)|syntax|expression|equation)|(?:final|full|complete|boolean) (?:search|string|query|strategy)(?: (?:string|strategy|query))?)(?:\s*\([^()]{1,40}\))?(?:\s*#?\d{1,2})?/#
    )
  /// What kind of terms follow.
  private static let kind =
    SharedRegex(
      #/(?i)(?:keywords?|key words?|free[- ]?text(?: terms?| words?)?|text ?words?|terms?|synonyms?|mesh(?: terms?| headings?)?|emtree(?: terms?)?|subject headings?|index terms?|controlled vocabulary|thesaurus(?: terms?)?|titles?|abstracts?|titles?(?: ?\/ ?| (?:and|or) )abstracts?)/#
    )
  /// Terms of a kind: `Peer terms`, `Mental health keywords`.
  private static let terms =
    SharedRegex(
      #/(?i)\p{L}[\p{L}\d ,&\/()-]{0,50}\s(?:(?:search )?terms|key ?words|synonyms|search string|search block)/#
    )
  /// Several words that are searched in titles.
  private static let title =
    SharedRegex(#/[\p{L}\d][\p{L}\d,'-]*(?: [\p{L}\d,'-]+)+(?:\.(?i:ti)\.?|\[(?i:ti|title)\])\s*/#)
  private static let numbered =
    SharedRegex(
      #/(?i)(?:concept|block|facet|group|set|search|string|step|component|theme|topic|query|line|cluster|category|domain|element)\s*#?(?:\d{1,2}|one|two|three|four|five|six)(?:\s*[(-]\s*[\p{L}\d ,\/&'-]{1,50}\)?)?|(?i:concept|block|facet|theme|component) [A-H]/#
    )
  /// A field before its operand, or a subject heading of Ovid.
  private static let field =
    SharedRegex(
      #/(?:[A-Z]{2,4}\s*=|[A-Z]{3,}(?:-[A-Z]+)*\s*\(|(?:TI|AB|SU|TX|XB|MH|MM|DE|AU|SO)\s|exp\s)/#)
}
