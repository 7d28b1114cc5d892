import Literature

/// Recognises Ovid by its fields, headings, operators and commands.
extension SyntaxRecognition {
  var isOvid: Bool {
    // Only Ovid has commands for limits and duplicates as lines of their own.
    if has("imit ") || has("emove duplicates"), normal.contains(Self.ovidCommand) { return true }
    if has("adj") || has("ADJ") || has("Adj"), normal.contains(Self.ovidProximity) {
      return true
    }
    if has("."), hasFields { return true }
    if has(".") || has(","), normal.contains(Self.ovidFieldWithSlip) { return true }
    if has("$"),
      normal.matches(of: Self.ovidTruncation).contains(where: { !Self.currencies.contains($0.1) })
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

  /// Whether a term has usual fields, as in `peer.ti,ab.`, or a quoted name or a group has fields
  /// of any kind, as in `"lancet".jn.`.
  private var hasFields: Bool {
    let text = normal
    return OvidFieldMark.all(in: text[...]).contains { mark in
      let codes = mark.codes.map { $0.lowercased() }
      guard mark.end != .comma, let code = codes.first,
        mark.isInLowerCase || Self.isList(codes)
          || mark.end == .point && mark.isAfterLowerCase(in: text[...])
      else { return false }
      let isAtBoundary = mark.isAtBoundary(in: text[...])
      var before = text[..<mark.range.lowerBound]
      if let last = before.last, last == ")" || last == "\"", mark.end == .point, isAtBoundary,
        StrategyFields.meaning(of: code, in: .ovid) != nil
      {
        return true
      }
      // A space may come before the list.
      if before.last?.isWhitespace == true { before.removeLast() }
      guard let last = before.last, mark.end == .point || isAtBoundary else { return false }
      return Self.usualFields.contains(code)
        && (last.isLetter || last.isNumber || "_)\"*$?#:".contains(last))
    }
  }

  /// Whether codes are several fields; in capitals, a single one may be an abbreviation.
  private static func isList(_ codes: [String]) -> Bool {
    codes.count > 1 && codes.allSatisfy { StrategyFields.meaning(of: $0, in: .ovid) != nil }
  }

  /// Fields that no text has after a point.
  private static let usualFields: Set<String> = [
    "ti", "ab", "tw", "mp", "kf", "kw", "af", "sh", "hw", "pt",
  ]

  /// Whether the text has a heading such as `Peer Group/px [Psychology]`.
  private var hasHeadingWithSubheadings: Bool {
    let text = normal
    // The text after the slash is rare, so it is sought first; from each capital before it, all
    // words would be tried.
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

  // MARK: Patterns

  private static let ovidProximity = SharedRegex(#/(?i)\S\sadj\d{0,2}\s\S/#)
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
}
