import Literature

/// Distinguishes headings and comments in a strategy from the lines of the search.
enum StrategyRemark {
  /// The role of a line without a number, after a line of the search.
  enum Role: Equatable {
    /// It belongs to the line before; if that is not certain, a note says so.
    case continuation(isCertain: Bool)
    case remark
  }

  /// The role of a line.
  ///
  /// - Parameters:
  ///   - line: the line, which has no number.
  ///   - end: the end of the search before it.
  ///   - isWrapped: whether the break between them may be one of wrapped text.
  static func reading(
    _ line: String, after end: StrategyLineEnd, isWrapped: Bool, syntax: QuerySyntax
  ) -> Role {
    if isComment(line) { return .remark }
    if end.isOpen(syntax) || startsWithOperator(line) {
      return .continuation(isCertain: true)
    }
    if isSetting(line) { return .continuation(isCertain: true) }
    if isHeading(line) || isCount(line) { return .remark }
    if end.isComplete, StrategyCaption.isCaption(line) { return .remark }
    if hasSyntax(line) { return .continuation(isCertain: true) }
    let isRemark = end.isComplete || !isWrapped && isTitle(line)
    return isRemark ? .remark : .continuation(isCertain: false)
  }

  /// Whether a line is a few words that begin with a capital, as headings do.
  private static func isTitle(_ line: String) -> Bool {
    line.starts(with: Self.title) && line.split(separator: " ").count <= 6
  }

  /// Whether a line is marked as a comment, also inside a wrapped line.
  private static func isComment(_ line: String) -> Bool {
    line.starts(with: Self.comment) || isRunningHead(line)
  }

  /// Whether a line is the head or the foot of a page, `12 Supplementary Appendix`, `Page 3 of 9`,
  /// or the title of a supplement, `S1 Text. Search strategies`.
  static func isRunningHead(_ line: String) -> Bool {
    guard line.utf8.count <= longestHead else { return false }
    if line.starts(with: Self.supplement) { return true }
    guard line.contains(Self.runningHead) else { return false }
    let words = line.split(whereSeparator: \.isWhitespace).dropFirst()
    return !words.contains { StrategyOperators.isOperator($0, in: .ovid) }
  }

  /// The greatest length of a running head, in bytes.
  private static let longestHead = 200

  /// Whether a line is certainly a heading or a comment: `# Concept 2: peers`, `Population:`,
  /// `Block two`.
  static func isHeading(_ line: String) -> Bool {
    isComment(line) || line.starts(with: Self.label)
      // `Concept 1: peer[ti]` is a label and a search.
      || line.starts(with: Self.concept) && !hasSyntax(StrategyCaption.withoutCount(line))
      || line.starts(with: Self.note)
  }

  /// Whether a line is the name of a concept with words after it: `Concept 1: peers`.
  static func isConcept(_ line: String) -> Bool {
    line.starts(with: concept)
      && line.firstIndex(of: ":").map { !line[$0...].dropFirst().trimmed.isEmpty } == true
  }

  /// Whether a line is only a count of hits: `123 results`, `A total of 45 records (12 May 2021)`.
  static func isCount(_ line: String) -> Bool {
    guard line.utf8.count <= longestHead, line.utf8.contains(where: \.isDigit) else { return false }
    return line.wholeMatch(of: Self.count) != nil
  }

  /// Whether a line has limits or buttons of a platform, which ``StrategyLimits`` reads.
  static func isSetting(_ line: String) -> Bool {
    line.starts(with: Self.setting)
  }

  /// Whether a line begins with an operator or a closing mark, so that it continues another.
  ///
  /// `or/1-3` is a search by itself.
  static func startsWithOperator(_ line: String) -> Bool {
    if let first = line.first, ")],/".contains(first) { return true }
    return StrategyOperators.isOperator(line.prefix { !$0.isWhitespace && $0 != "(" })
  }

  /// Whether a line has a mark that searches have and headings lack.
  static func hasSyntax(_ line: String) -> Bool {
    if line.contains(Self.syntax) { return true }
    let fields = OvidFieldMark.all(in: line[...])
    if fields.contains(where: { field in
      field.end == .point && (field.isInLowerCase || field.isAfterLowerCase(in: line[...]))
    }) {
      return true
    }
    if line.contains(Self.fieldOfEBSCO) { return true }
    return line.split(whereSeparator: \.isWhitespace).dropLast().contains(where: isOperator)
  }

  /// Whether a word is certainly an operator; headings often contain “and” and “not”.
  private static func isOperator(_ word: Substring) -> Bool {
    guard BooleanOperator(word) != nil else {
      return StrategyOperators.proximity(word, in: .ovid) != nil
    }
    return word == "or" || word.allSatisfy(\.isUppercase)
  }

  // MARK: Patterns

  private static let title = SharedRegex(#/^\p{Lu}[\p{L}\d ,&()–-]*$/#)
  private static let comment = SharedRegex(#/^(#+\s*[A-Za-z]|\/\/|--\s)/#)
  private static let runningHead =
    SharedRegex(
      #/^(?:\d+\s+)?(?:(?:(?:Online|Electronic)\s+)?(?:Supplement(?:ary|al)?|SUPPLEMENT(?:ARY|AL)?|Appendix|APPENDIX|Appendices)\b[^()"*\[\]\/=$]*|(?:Page|PAGE|page)\s+\d+(?:\s+of\s+\d+)?)$/#
    )
  private static let supplement =
    SharedRegex(
      #/S\d{1,2} (?:Appendix\b(?! (?i:and|or|not)\b)|(?:Text|Table|File|Fig|Figure|Box|Data|Dataset|Checklist)(?=[.:]|\s*$|\s*[(-]))/#
    )
  private static let label = SharedRegex(#/^[\p{L}\d ,\-–&\/]+:$/#)
  private static let concept =
    SharedRegex(
      #/^(?i)(search\s+)?(concept|block|step|facet|part|section|search|pico|line)s?\s*(\d+|one|two|three|four|five|six|[ivx]+)\s*([:.–-].*)?$/#
    )
  private static let note =
    SharedRegex(
      #/^(?i)(?:(?:comment|note|remark|result|hit)s?:|date run:|[(\[]?n\s?=\s?\d[\d,. ]*[)\]]?$)/#)
  private static let count =
    SharedRegex(
      #/(?i)[(\[]?(?:(?:a )?total(?: of|:)? |approximately |about |[~=→-] ?|n ?= ?)?\d{1,3}(?:[,. ]?\d{3})* (?:(?:document|search|unique|potential) )?(?:results?|hits?|records?|citations?|references?|articles?|documents?|papers?|publications?|studies)(?: (?:were )?(?:found|retrieved|returned|identified|exported|in total))?(?: (?:in|from|for) (?:the )?(?:pubmed|medline|embase|cinahl|psyc\w+|scopus|web of science|cochrane(?: library| central)?|proquest|ebsco\w*|ovid(?: \w+)?))?(?:,? \(?(?:(?:on|as of|as at|until|up to) )?(?:\d{4}-\d{2}-\d{2}|(?:\d{1,2}(?:st|nd|rd|th)?[ .\/-]{1,2})?(?:\p{L}{3,9}\.?[ \/-]|\d{1,2}[.\/-])?(?:\d{1,2},? )?\d{4}))?[)\]]?\.?/#
    )
  private static let setting =
    SharedRegex(
      #/^(?i)(limiters|expanders|search modes?|narrow by|interface|databases?|rerun|view (results|details)|edit|indexes|timespan|doctype|refined by|filters|sort by|search screen)\b/#
    )
  /// A field of EBSCOhost before a term, at the beginning or after a label or an operator; two
  /// capitals elsewhere may be an abbreviation.
  private static let fieldOfEBSCO =
    SharedRegex(
      #/(?:^|[:(]\s*|\b(?:AND|OR|NOT)\s+)(?:(?:TI|AB|SU|TX|XB|KW|MW)\s+(?!(?:and|or|not)\b)["(*]?[a-z]|(?:SU|MH|MM|DE)\s+["(]?[A-Z])/#
    )
  private static let syntax =
    SharedRegex(
      #/[*$\[\]"=]|\w\/(\s|$)/#)
}
