import Literature

/// A number at the end of a line of a strategy that may be the count of hits, copied from the
/// history of another database.
struct PastedCount {
  /// The offset in the line at which it begins, in scalars.
  let start: Int
  /// The number as written; empty if only a button or a time is at the end.
  let text: String
  /// Whether the number can't be part of the query: it is in parentheses, after a tab or two
  /// spaces, has commas between its digits, or the query was already complete.
  let isCertain: Bool
  /// Whether the number is at least ``leastLarge`` and not a year, so that it is unlikely to be a
  /// word of a query.
  let isLarge: Bool

  /// Smaller numbers are often part of a term: “covid 19”, “type 2”.
  static let leastLarge = 100
  /// Longer than any count with the buttons after it; only this much of a line is examined.
  static let longest = 120

  /// Finds the count of a line; `nil` if the line does not end with a number.
  ///
  /// - Parameters:
  ///   - syntax: the language of the line.
  ///   - hasLines: whether the strategy has other lines.
  init?(_ whole: String, syntax: QuerySyntax, hasLines: Bool) {
    // Ovid's list of searches has buttons after the count, that of Web of Science databases.
    let line = String(
      whole.prefixMatch(
        of: Self.searchesEnd)?
        .output ?? whole[...])
    if let labelled = PastedCount(withLabelIn: line, syntax: syntax, hasLines: hasLines) {
      self = labelled
      return
    }
    // EBSCOhost has a button, and older PubMed histories have a time. A line has only one of them;
    // to remove more, one by one, would take quadratic time.
    guard let end = line.suffix(Self.longest).firstMatch(of: Self.buttonOrTime) else {
      self.init(atEndOf: line, syntax: syntax, hasLines: hasLines)
      return
    }
    let before = String(line[..<end.range.lowerBound])
    let count = PastedCount(atEndOf: before, syntax: syntax, hasLines: hasLines)
    self.init(
      start: count?.start ?? before.unicodeScalars.count, text: count?.text ?? "",
      isCertain: true, isLarge: false)
  }

  init(start: Int, text: String, isCertain: Bool, isLarge: Bool) {
    self.start = start
    self.text = text
    self.isCertain = isCertain
    self.isLarge = isLarge
  }

  /// Finds the count at the end of a line without buttons.
  private init?(atEndOf line: String, syntax: QuerySyntax, hasLines: Bool) {
    let tail = line.suffix(Self.longest)
    let pattern = Self.count
    guard let match = tail.firstMatch(of: pattern) else { return nil }
    var before = line[..<match.range.lowerBound]
    var digits = match.2
    // “1 or 2 = 12”: the sign is not part of the search.
    let hasLabel = match.4 != nil
    let sign =
      hasLines || hasLabel || match.5 != nil
      ? CountSign(before, digits, syntax, isLabelled: hasLabel) : nil
    before = sign?.search ?? before
    if Self.needsOperand(before, syntax), let space = digits.firstIndex(of: " ") {
      // “1 and 2 345” is a combination of lines, and its count.
      before = line[..<space]
      digits = digits[space...].dropFirst()
    }
    if before.isEmpty || Self.needsOperand(before, syntax) { return nil }
    let isMarked = !match.1.isEmpty && !match.3.isEmpty
    let hasGap =
      match.output.0.contains("\t") || match.output.0.hasPrefix("  ")
      || match.output.0.contains("|") || match.output.0.contains("/")
    // The only number that can end PubMed's filters is a year.
    let isAfterFilters =
      syntax == .pubmed && !StrategyYears.isYear(digits) && PubMedFilters.follow(before)
    if match.5 != nil {
      // “articles” can be a word of the search: “top 100 articles”.
      let isGroup = !match.1.isEmpty && line.last.map { ")]".contains($0) } == true
      isCertain =
        isGroup || hasGap || sign?.isCertain == true || digits.contains(",")
        || syntax != .peerlit && Self.isComplete(before, syntax)
      if !isCertain { return nil }
    } else {
      // (2010) at the end of a single line can be part of the query.
      isCertain =
        isMarked && hasLines || hasGap || sign?.isCertain == true || digits.contains(",")
        || hasLabel
        || hasLines && (Self.isComplete(before, syntax) || isAfterFilters)
    }
    start = before.unicodeScalars.count
    text = String(digits)
    isLarge = Self.isLarge(text)
  }

  /// Whether a number is unlikely to be a word of a query: it is at least ``leastLarge`` and not a
  /// year.
  static func isLarge(_ text: String) -> Bool {
    let number = Int(text.filter { $0.isASCII && $0.isNumber }) ?? .max
    return number >= leastLarge && !StrategyYears.isYear(text)
  }

  /// Whether a query ends with something that a number must follow, such as an operator.
  static func needsOperand(_ query: Substring, _ syntax: QuerySyntax) -> Bool {
    let tail = query.suffix(longest)
    if let last = tail.last, "-–:=,".contains(last) { return true }
    let words = tail.split(omittingEmptySubsequences: false) { $0.isWhitespace || $0 == ")" }
    guard let word = words.last else { return false }
    // `limit 5 to`, `from 5 keep`.
    return StrategyOperators.isOperator(word) || ["to", "from", "keep"].contains(word.lowercased())
      || syntax == .ebsco && isCode(word.drop { $0 == "(" })
  }

  /// Whether a word is a field of EBSCOhost, after which an accession number may follow:
  /// `AN 109000001`.
  private static func isCode(_ word: Substring) -> Bool {
    word.count == 2 && word.allSatisfy(\.isUppercase)
      && StrategyFields.meaning(of: word.lowercased(), in: .ebsco) != nil
  }

  /// Whether no term can follow: after a field or a subject heading, or after references to other
  /// lines.
  static func isComplete(_ query: Substring, _ syntax: QuerySyntax) -> Bool {
    if LineCombination(query) != nil { return true }
    switch syntax {
    case .peerlit: return false
    case .ovid where query.starts(with: Self.limit): return true
    case .ovid:
      if let fields = OvidFieldMark.atEnd(of: query), fields.end == .point { return true }
      return query.suffix(longest).contains(Self.headingOrGroup)
    case .pubmed: return query.contains(Self.closingMark)
    case .ebsco, .scopus, .wos: return query.hasSuffix(")") || query.hasSuffix("\"")
    }
  }

  // MARK: Patterns

  private static let searchesEnd =
    SharedRegex(
      #/.*\d(?=\s+(?:Advanced|Basic)\b|\t\s*(?:SCI-EXPANDED|SSCI|A&HCI|CPCI|BKCI|ESCI)\b)/#)
  private static let buttonOrTime = SharedRegex(#/\s+(?:\/\s*Display|\d{1,2}:\d{2}:\d{2})\s*$/#)
  private static let count =
    SharedRegex(
      #/(?:\s|\|)\s*(?:\/\s*)?(?:Display\s*)?([(\[]?)(\d{1,3}(?:[,. ]\d{3})+|\d+)([)\]]?)\s*(?:(?:((?:(?:document|search)\s+)?(?:results?|hits?|records?|citations?|references?|items?)(?:\s+(?:found|retrieved|returned))?|(?:(?:articles?|documents?|papers?|publications?)\s+)?(?:found|retrieved|returned))|(articles?|documents?|papers?|publications?|studies))(?:,?\s+\(?(?:(?:on|as of|as at|until|up to)\s+)?(?:\d{4}-\d{2}-\d{2}|(?:\d{1,2}(?:st|nd|rd|th)?[ .\/-]{1,2})?(?:\p{L}{3,9}\.?[ \/-]|\d{1,2}[.\/-])?(?:\d{1,2},?\s)?\d{4}))?[)\]]?\.?)?$/#
        .ignoresCase())
  static let limit = SharedRegex(#/^(?i)limit\s\d+\sto\s/#)
  private static let headingOrGroup = SharedRegex(#/(\/(?:[a-z]{2},?\s?)*|\/freq=\d{1,3}|[)\]])$/#)
  private static let closingMark = SharedRegex(#/[\])]$/#)
}
