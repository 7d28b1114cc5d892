import Literature

/// Reads Ovid's commands for limits and duplicates.
extension StrategyLimits {
  /// Reads `limit 5 to …` or `remove duplicates from 5`.
  mutating func command(_ line: String) -> Bool {
    if let match = line.prefixMatch(of: Self.duplicates) {
      limitedLine = Int(match.1)
      notes.append("“\(line)” has no equivalent: duplicates are merged when they are indexed.")
      return limitedLine != nil
    }
    if let match = line.prefixMatch(of: Self.keep) {
      limitedLine = Int(match.1)
      isWider = true
      notes.append(
        "“\(line)” selects single records, which peerlit can't do; all of line \(match.1) is used."
      )
      return limitedLine != nil
    }
    // `..l/ 5 yr=2010` is an older form of `limit 5 to yr=2010`.
    guard let match = line.prefixMatch(of: Self.limit), let number = Int(match.1) else {
      return false
    }
    limitedLine = number
    readList(match.2)
    return true
  }

  /// Reads the limits of a basic search, `peer support [Limit to: English Language]`; returns the
  /// search before them, or `nil` if there are none.
  mutating func limitsInBrackets(_ line: String) -> Substring? {
    guard line.hasSuffix("]"), let open = line.lastIndex(of: "["),
      let match = line[open...].wholeMatch(of: Self.bracketed)
    else { return nil }
    let query = line[..<open]
    if query.allSatisfy(\.isWhitespace) { return nil }
    readList(match.output.1)
    return query
  }

  /// Reads limits that “and” joins, perhaps in parentheses.
  private mutating func readList(_ typed: Substring) {
    var stated = typed
    if stated.hasSuffix("]"), let remark = stated.lastIndex(of: "[") { stated = stated[..<remark] }
    while let last = stated.last, last.isWhitespace || ".;".contains(last) { stated.removeLast() }
    let list = stated.drop { $0 == "(" }
    let isClosed = list.hasSuffix(")") && list.count { $0 == ")" } > list.count { $0 == "(" }
    let parts = Self.joinedByAnd(isClosed ? list.dropLast() : list)
    limits(PublicationTypes.rejoined(parts, with: " and "))
  }

  /// The parts of a list that “and” joins, outside quotation marks and parentheses:
  /// `english language and yr="2010 -Current"`.
  private static func joinedByAnd(_ list: Substring) -> [String] {
    var parts = [""]
    var nesting = SearchNesting()
    var rest = list
    while let character = rest.first {
      if character.isWhitespace, ReadingDeadline.isOver { break }
      if character.isWhitespace, !nesting.isQuoted, nesting.depth <= 0,
        let and = rest.prefixMatch(of: Self.and)
      {
        parts.append("")
        rest = rest[and.range.upperBound...]
        continue
      }
      nesting.read(character)
      parts[parts.count - 1].append(character)
      rest.removeFirst()
    }
    return parts
  }

  // MARK: Patterns

  private static let duplicates =
    SharedRegex(#/^(?i)remove\s+duplicates\s+from\s+(\d+)[.;]?\s*(?:\[[^\]]*\])?\.?$/#)
  private static let keep =
    SharedRegex(#/^(?i)from\s+(\d+)\s+keep\s[\d\s,-]+(?:[.;]\s*)?(?:\[[^\]]*\])?\.?$/#)
  private static let limit =
    SharedRegex(#/^(?i)(?:limit\s+(?=\d+\s+to\s)|\.*l(?:imit)?\/\s*)(\d+)\s+(?:to\s+)?(\S.*)$/#)
  private static let bracketed =
    SharedRegex(#/\[\s*(?i:limit(?:s|ed)?(?:\s+to)?\s*:|limit(?:ed)?\s+to\s)\s*([^\[\]]+)\]/#)
  private static let and = SharedRegex(#/(?i)\sand\s/#)
}
