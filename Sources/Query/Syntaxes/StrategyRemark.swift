/// Tells headings and comments in a strategy from the lines of the search.
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
  ///   - query: the search before it.
  static func reading(_ line: String, after query: String, syntax: QuerySyntax) -> Role {
    if isComment(line) { return .remark }
    if isOpen(query) || line.contains(/^(?i)((and|or|not|adj\d*|near\S*|[nw]\d+)\b|[)\],\/])/) {
      return .continuation(isCertain: true)
    }
    if isSetting(line) { return .continuation(isCertain: true) }
    if isHeading(line) { return .remark }
    if hasSyntax(line) { return .continuation(isCertain: true) }
    return isComplete(query) ? .remark : .continuation(isCertain: false)
  }

  /// Whether a line is marked as a comment, also inside a wrapped line.
  private static func isComment(_ line: String) -> Bool {
    line.contains(/^(#+\s*[A-Za-z]|\/\/|--\s)/)
  }

  /// Whether a line is certainly a heading or a comment: `# Concept 2: peers`, `Population:`,
  /// `Block two`.
  static func isHeading(_ line: String) -> Bool {
    isComment(line) || line.contains(/^[\p{L}\d ,\-–&\/]+:$/)
      || line.contains(
        /^(?i)(search\s+)?(concept|block|step|facet|part|section|search|pico|line)s?\s*(\d+|one|two|three|four|five|six|[ivx]+)\s*([:.–-].*)?$/
      )
      || line.contains(/^(?i)(comment|note|remark)s?:/)
  }

  /// Whether a line has limits or buttons of a platform, which ``StrategyLimits`` reads.
  private static func isSetting(_ line: String) -> Bool {
    line.contains(
      /^(?i)(limiters|expanders|search modes?|narrow by|interface|databases?|rerun|view (results|details)|edit|indexes|timespan|doctype|refined by|filters|sort by|search screen)\b/
    )
  }

  /// Whether a search goes on in the next line: something is open, or it ends with an operator.
  private static func isOpen(_ query: String) -> Bool {
    let open = query.count { $0 == "(" }
    let close = query.count { $0 == ")" }
    return open > close || query.count { $0 == "\"" } % 2 == 1
      || query.contains(
        /(?i)((^|[\s\/)])(and|or|not|exp|to|adj\d*|near\S*|[nw]\d+)|[,=-]|(\s|^)(or|and)\/)$/)
  }

  /// Whether a line has a mark that searches have and headings lack.
  private static func hasSyntax(_ line: String) -> Bool {
    line.contains(
      /[*$\[\]"=]|\.[a-z]{2}(,\s?[a-z]{2})*\.|(\s|^)(AND|OR|NOT|or|adj\d*)\s|\w\/(\s|$)/)
  }

  /// Whether nothing needs to follow a search: it ends with a field, a heading, a closing mark, a
  /// number of hits, or references to lines.
  private static func isComplete(_ query: String) -> Bool {
    query.contains(/(?i)([)\]"\/]|\.[a-z]{2}(,\s?[a-z]{2})*\.?|(\s|#|-|\/|S)\d[\d,]*)$/)
  }
}
