import Literature

/// Recognises strategies from other platforms by features that only they have.
struct SyntaxRecognition {
  private let text: String

  /// The platform of a strategy; `nil` if it could also be a peerlit query.
  static func syntax(of text: String) -> QuerySyntax? {
    mayBeStrategy(text) ? SyntaxRecognition(text).syntax : nil
  }

  /// Whether a text has a digit, a punctuation mark that strategies use, or a field in capitals.
  ///
  /// Most queries have none of these and need no closer look.
  private static func mayBeStrategy(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      // Digits and the marks " $ ( * . / : = [ in the order of their codes.
      case 0x30...0x39, 0x22, 0x24, 0x28, 0x2A, 0x2E, 0x2F, 0x3A, 0x3D, 0x5B: return true
      // The first letter of a typographic quotation mark or of a special space.
      case 0x80...: return true
      // TI, AB, SU, SO and AU before a word, and adj between two.
      case UInt8(ascii: "I") where previous == UInt8(ascii: "T"),
        UInt8(ascii: "B") where previous == UInt8(ascii: "A"),
        UInt8(ascii: "U") where previous == UInt8(ascii: "S"),
        UInt8(ascii: "O") where previous == UInt8(ascii: "S"),
        UInt8(ascii: "U") where previous == UInt8(ascii: "A"),
        UInt8(ascii: "d") where previous == UInt8(ascii: "a"),
        UInt8(ascii: "D") where previous == UInt8(ascii: "A"):
        return true
      default: previous = byte
      }
    }
    return false
  }

  private init(_ text: String) {
    self.text = text
  }

  // Substrings are searched first: nearly all queries have none, and patterns are slow.
  private var syntax: QuerySyntax? {
    if has("["), isPubMed { return .pubmed }
    if isScopus { return .scopus }
    if has("="),
      normal.contains(Self.wosField)
    {
      return .wos
    }
    if isWOSHistory { return .wos }
    if isOvid { return .ovid }
    return isEBSCO ? .ebsco : nil
  }

  private func has(_ part: StaticString) -> Bool { text.holds(part) }

  /// The text with straight quotation marks and plain spaces.
  private var normal: String { String(scalars: StrategyText.scalars(text)) }

  private var isPubMed: Bool {
    let text = normal
    return PubMedTags.areMeant(in: text)
      || text.matches(of: Self.pubmedTag).contains { match in
        let tag = StrategyFields.pubmedTag(String(match.1))
        return StrategyFields.meaning(of: tag.name, in: .pubmed) != nil
      }
  }

  /// Whether the text has rows, labels or limits as Web of Science shows them in histories.
  private var isWOSHistory: Bool {
    if has("(Topic)") || has("(Publication Years)") || has("(Document Types)")
      || has("(Author Keywords)")
    {
      return true
    }
    if has("(Title)") || has("(All Fields)") || has("(Abstract)") || has("(Author)")
      || has("(Publication") || has("(Web of Science") || has("(Research Areas)")
      || has("(Year Published)") || has("(Exclude ")
    {
      let text = normal
      // “(Abstract)” can also follow a title.
      if text.contains(Self.wosRow) || text.matches(of: Self.wosDoubtfulRow).count > 1 {
        return true
      }
    }
    if has(": (") || has("TOPIC:"), normal.contains(Self.wosLabel) { return true }
    return has("Indexes") && normal.contains(Self.wosIndexes)
      || has("Refined by:") && normal.contains(Self.wosRefinement)
  }

  private var isScopus: Bool {
    if has("-ABS") || has("-abs") || has("AUTHKEY") || has("INDEXTERMS") || has("SRCTITLE"),
      normal.contains(Self.scopusField)
    {
      return true
    }
    if has("TITLE(") || has("ABS(") || has("KEY(") || has("AUTH(") || has("SUBJAREA")
      || has("DOCTYPE") || has("LIMIT-TO") || has("AFFIL"),
      normal.contains(Self.scopusGroup)
    {
      return true
    }
    if has("PUBYEAR"), normal.contains(Self.scopusYear) { return true }
    return has(" W/") && normal.contains(Self.scopusProximity)
  }

  private var isOvid: Bool {
    // Only Ovid has commands for limits and duplicates as lines of their own.
    if has("imit ") || has("emove duplicates"), normal.contains(Self.ovidCommand) { return true }
    if has("adj") || has("ADJ") || has("Adj"), normal.contains(Self.ovidProximity) {
      return true
    }
    if has("."),
      normal.contains(Self.ovidField)
    {
      return true
    }
    if has(".") || has(","), normal.contains(Self.ovidFieldWithSlip) { return true }
    if has("$"),
      normal.matches(of: Self.ovidTruncation).contains(where: { !Self.currencies.contains($0.1) })
    {
      return true
    }
    // A quoted name, or a group, with a field of any kind.
    if has("\".") || has(")."),
      normal.matches(of: Self.ovidFieldOfGroup)
        .contains(where: { StrategyFields.meaning(of: String($0.1), in: .ovid) != nil })
    {
      return true
    }
    guard has("/") else { return false }
    // Two headings, or one with subheadings.
    let headings = Self.ovidHeading
    if normal.matches(of: headings).count > 1 { return true }
    if has("["), hasHeadingWithSubheadings { return true }
    if has("exp "), hasExplodedHeading { return true }
    if has("or/") || has("and/") || has("OR/") || has("AND/"),
      normal.contains(Self.ovidLines)
    {
      return true
    }
    return has("/") && normal.contains(Self.ovidHeadingLine)
  }

  /// Whether the text has a heading such as `Peer Group/px [Psychology]`.
  private var hasHeadingWithSubheadings: Bool {
    let text = normal
    // What follows the slash is rare; from each capital before it, all words would be tried.
    return text.matches(of: Self.ovidSubheadings).contains { match in
      let name = text[..<match.range.lowerBound].reversed().prefix { character in
        character.isASCII && character.isLetter || ", -".contains(character)
      }
      return name.dropFirst().contains(where: \.isUppercase)
    }
  }

  /// Whether the text has a heading such as `exp Peer Group/`.
  private var hasExplodedHeading: Bool {
    let text = normal
    let end = Self.ovidHeadingEnd
    var start = text.startIndex
    for stop in text.indices where text[stop] == "/" || text[stop].isNewline {
      if text[stop] == "/", text[stop...].prefixMatch(of: end) != nil,
        text[start..<stop].contains(Self.ovidExploded)
      {
        return true
      }
      start = stop
    }
    return false
  }

  /// Whether a line has a field, and after an operator in it another: `TI peer OR AB lay`.
  private var hasFieldsAroundOperator: Bool {
    let second = Self.ebscoSecondField
    let first = Self.ebscoFirstField
    // The first field and the last operator of a line are the furthest apart.
    return normal.split(whereSeparator: \.isNewline).contains { line in
      guard let field = line.firstMatch(of: first) else { return false }
      return line[line.index(before: field.range.upperBound)...].contains(second)
    }
  }

  /// Whether a line refers to `S1`, and several lines have such numbers, or numbers and fields.
  private var hasReferencesOfEBSCO: Bool {
    let text = normal
    guard text.contains(Self.ebscoReference) else { return false }
    return text.matches(of: Self.ebscoNumber).count > 1
      || text.matches(of: Self.anyNumber).count > 1 && text.contains(Self.ebscoFirstField)
  }

  private var isEBSCO: Bool {
    if has("MH ") || has("MM ") || has("DE "), normal.contains(Self.ebscoHeading) {
      return true
    }
    if has("TI ") || has("AB ") || has("SU ") || has("TX ") || has("XB ") || has("TI(")
      || has("AB(") || has("AU ") || has("SO ")
    {
      if normal.contains(Self.ebscoField) { return true }
      if hasFieldsAroundOperator { return true }
      // Lines with numbers that begin with fields.
      if normal.matches(of: Self.ebscoNumberedField).count > 1 { return true }
      // A field before a truncation or a proximity.
      if normal.contains(Self.ebscoFieldAndTerm) {
        return true
      }
    }
    if has("S1") || has("S2"), normal.contains(Self.ebscoLines) { return true }
    if has("S1") || has("S2"), hasReferencesOfEBSCO { return true }
    // Nothing but a proximity of a few words.
    if has(" N") || has(" W"), normal.contains(Self.ebscoShortProximity) {
      return true
    }
    // N2 and W3 can be words; in a query with operators or truncation they are not.
    return (has(" N") || has(" W")) && (has("*") || has("(") || has(" OR ") || has(" AND "))
      && normal.contains(Self.ebscoProximity)
  }

  // MARK: Patterns

  private static let wosField =
    SharedRegex(#/\b(TS|TI|AB|AK|KP|AU|SO|ALL|DO|PMID|PY|DT|WC|UT)\s*=\s*[("A-Za-z0-9]/#)
  /// A field of the query language has no space after its colon, but may be in capitals.
  private static let wosLabel =
    SharedRegex(
      #/\bTOPIC:\s*\(|\b(?:TITLE|AUTHOR|GROUP AUTHOR|PUBLICATION NAME|YEAR PUBLISHED):\s+\(/#
    )
  private static let wosRow =
    SharedRegex(
      #/[\w"*$?)\]] +\((?:Title|All Fields|Publication Titles|Publication\/Source Titles|Web of Science Categories|Research Areas|Year Published|Exclude - [A-Z][^()]*)\)(?=\s*(?:$|[\n\r)\d]|(?i:and|or|not)\b))/#
    )
  private static let wosDoubtfulRow =
    SharedRegex(
      #/[\w"*$?)\]] +\((?:Abstract|Author)\)(?=\s*(?:$|[\n\r)\d]|(?i:and|or|not)\b))/#)
  private static let wosIndexes =
    SharedRegex(#/\bIndexes\s*[=:]\s*(?:SCI-EXPANDED|SSCI|A&HCI|CPCI|BKCI|ESCI|CCR|IC)\b/#)
  private static let wosRefinement = SharedRegex(#/\bRefined by:\s*(?:\[excluding\]\s*)?[A-Z]{4}/#)
  private static let pubmedTag = SharedRegex(#/["\w*)]\s*\[([A-Za-z0-9 \/:~-]+)\]/#)
  private static let scopusField =
    SharedRegex(#/(?i)\b(TITLE-ABS(-KEY(-AUTH)?)?|AUTHKEY|INDEXTERMS|SRCTITLE)\s*\(/#)
  private static let scopusGroup =
    SharedRegex(
      #/\b(TITLE|ABS|KEY|AUTH|AUTHLASTNAME|SUBJAREA|DOCTYPE|LIMIT-TO|AFFIL|AFFILCOUNTRY|AFFILORG)\s?\(/#
    )
  private static let scopusYear = SharedRegex(#/\bPUBYEAR\s*(>|<|=|AFT|BEF|IS)\s*\d/#)
  private static let scopusProximity = SharedRegex(#/[^\s(]\s+W\/\d+\s/#)
  private static let ovidProximity = SharedRegex(#/(?i)\S\sadj\d{0,2}\s\S/#)
  private static let ovidField =
    SharedRegex(#/[\w)"*$?#:]\s?\.(ti|ab|tw|mp|kf|kw|af|sh|hw|pt)(,\s?[a-z]{2})*(\.|\s|\)|$)/#)
  /// A list of fields with a slip, which ``OvidFieldList`` reads.
  ///
  /// Its length is limited, because each of its codes is also looked at as its beginning.
  private static let ovidFieldWithSlip =
    SharedRegex(
      #/[\w)"*$?](?:\.(?:ti|ab|tw|mp|kf|kw)(?:(?:,\s?(?:ti|ab|tw|mp|kf|kw)){1,9},|(?:[;\/:](?:ti|ab|tw|mp|kf|kw)){1,9}[.,;]?)|[, ](?:ti|ab|tw|mp|kf|kw)(?:,\s?(?:ti|ab|tw|mp|kf|kw)){1,9}\.|\.(?:ti|ab|tw|mp|kf|kw){2,4}\.?)(?=[\s)]|$)/#
    )
  /// Only Ovid and Web of Science have `$` at the end of a word; Web of Science is recognised by
  /// other marks.
  private static let ovidTruncation =
    SharedRegex(#/(?:^|[\s("-])([A-Za-z][a-z]{2,})\$\d{0,2}(?=[\s)".,]|$)/#)
  /// Codes of currencies, after which `$` is not truncation.
  private static let currencies: Set<Substring> = ["aud", "cad", "hkd", "nzd", "sgd", "usd"]
  private static let ovidFieldOfGroup = SharedRegex(
    #/[")]\.([a-z]{2})(?:,\s?[a-z]{2})*\.(?=[\s)]|$)/#)
  private static let ovidHeading =
    SharedRegex(#/[A-Za-z)"]\/(?=\s+(?:or|and|not|OR|AND|NOT)\s|\s*\)|\s*$)/#)
  private static let ovidLines = SharedRegex(#/(?i)(^|[\s(])(or|and)\/\d+\s*[-,]\s*\d/#)
  private static let ovidHeadingLine =
    SharedRegex(#/(^|\n)[ \t]*\d+[.)]?\s+\*?[A-Z][A-Za-z, -]*\/(\s|$)/#)
  /// It must follow a line break, so that a single line is not enough.
  private static let ovidCommand =
    SharedRegex(
      #/[\n\r][ \t]*#?\d{1,4}(?:[.):][ \t]*|[ \t]+)(?i:limit[ \t]+\d{1,4}[ \t]+to[ \t]+\S|remove duplicates from \d)/#
    )
  private static let ovidSubheadings = SharedRegex(#/\/[a-z]{2}(?:,\s?[a-z]{2})*\s+\[[A-Z]/#)
  private static let ovidHeadingEnd = SharedRegex(#/\/(?=$|[\s).,])/#)
  private static let ovidExploded = SharedRegex(#/(?:^|[\s(])exp \*?["A-Za-z]/#)
  private static let ebscoSecondField =
    SharedRegex(#/[^\n\r] (?:OR|AND|NOT) (?:TI|AB|SU|TX|XB|AU|SO) \S/#)
  private static let ebscoFirstField = SharedRegex(#/(?:^|[\s(])(?:TI|AB|SU|TX|XB|AU|SO) \S/#)
  private static let ebscoHeading = SharedRegex(#/\b(MH|MM|DE)\s*\(?\s*"/#)
  private static let ebscoField = SharedRegex(#/\b(TI|AB|SU|TX|XB)\s*[("]/#)
  private static let ebscoFieldAndTerm =
    SharedRegex(#/^(S\d+\s+)?(TI|AB|SU|TX|XB) (\S+ )?(\S*\*|\S+ [NW]\d{1,2} \S)/#)
  private static let ebscoNumberedField =
    SharedRegex(
      #/(?:^|[\n\r])[ \t]*[#S]?\d{1,4}[.):]?[ \t]+\(?(?:TI|AB|SU|TX|XB|AU|SO|MH|DE) +[("A-Za-z]/#)
  private static let ebscoLines = SharedRegex(#/\bS\d+\s+(AND|OR|NOT)\s+\(?S\d+\b/#)
  private static let ebscoNumber = SharedRegex(#/(?:^|[\n\r])[ \t|]*S\d{1,4}[.:)]?[ \t|]+\S/#)
  private static let anyNumber = SharedRegex(#/(?:^|[\n\r])[ \t|]*\d{1,4}[.:)]?[ \t|]+\S/#)
  private static let ebscoReference =
    SharedRegex(
      #/(?i)(?:[\s(|]S\d{1,4}\)?\s+(?:and|or|not)\b|\b(?:and|or|not)\s+\(?S\d{1,4}\b)/#)
  private static let ebscoShortProximity = SharedRegex(#/^\S+( \S+)? [NW]\d{1,2} \S+( \S+)?$/#)
  private static let ebscoProximity = SharedRegex(#/[^\s(]\s+[NW]\d{1,2}\s+[^\s)]/#)
}
