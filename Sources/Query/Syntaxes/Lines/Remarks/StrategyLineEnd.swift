import Literature

/// The state of a strategy line up to the point that has been read: what is open, and its last
/// characters.
///
/// Lines may be wrapped many times, so the state grows with them instead of being found again.
struct StrategyLineEnd {
  /// Number of parentheses that are not closed.
  private var open = 0
  /// Number of quotation marks.
  private var quotes = 0
  /// The last characters of the line, on which its end depends.
  private var tail = ""

  /// Longer than any operator or list of fields at the end of a line.
  private static let longestTail = 60

  init(_ text: String) {
    append(text)
  }

  /// Adds the part of the line after a break.
  mutating func append(_ text: String) {
    open += text.count { $0 == "(" } - text.count { $0 == ")" }
    quotes += text.count { $0 == "\"" }
    tail = String((tail + " " + text).suffix(Self.longestTail))
  }

  /// Whether the search continues on the next line: something is open, or it ends with an operator.
  func isOpen(_ syntax: QuerySyntax) -> Bool {
    if open > 0 || quotes % 2 == 1 { return true }
    if endsWithOperator { return true }
    let last =
      tail.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace).last ?? ""
    return switch syntax {
    case .peerlit: QueryLexeme.isOperator(String(last))
    case .ovid: tail.contains(Self.openOvid) || StrategyOperators.isOperator(last, in: .ovid)
    case .pubmed, .ebsco, .scopus, .wos: StrategyOperators.isOperator(last, in: syntax)
    }
  }

  /// Whether the line ends with an operator or something else that a term must follow.
  var endsWithOperator: Bool {
    // After a heading or a group, the space before an operator may be missing: “Peer Group/or”.
    let words = tail.split(omittingEmptySubsequences: false) {
      $0.isWhitespace || "/)".contains($0)
    }
    let isOperator = { (word: Substring) in BooleanOperator(word) != nil }
    if let last = words.last, isOperator(last) { return true }
    // `or/` begins a list of lines.
    if tail.last == "/", let word = words.dropLast().last, isOperator(word) { return true }
    return tail.contains(Self.openEnd) || OvidFieldMark.atEnd(of: tail[...])?.end == .comma
  }

  /// Whether nothing needs to follow the search: it ends with a field, a heading, a closing mark, a
  /// number of hits, or references to lines.
  var isComplete: Bool {
    if let fields = OvidFieldMark.atEnd(of: tail[...]), fields.end != .comma { return true }
    return tail.contains(Self.complete)
  }

  // MARK: Patterns

  /// `.ti,` and `or/1,` are lists that go on; a comma after a word may end it.
  private static let openEnd =
    SharedRegex(#/(\p{L}-|=|\d,)$/#)
  private static let openOvid =
    SharedRegex(
      #/(?i)(?:[\s(]exp|^\s*limit(?:\s+\d+(?:\s+to)?)?|^\s*remove\s+duplicates(?:\s+from)?|^\s*from\s+\d+(?:\s+keep)?)$/#
    )
  private static let complete =
    SharedRegex(#/([)\]"\/]|(\s|#|-|\/|[Ss])\d[\d,]*)$/#)
}
