import Literature

/// Reads what only Ovid has.
extension StrategyLexer {
  /// Reads a subject heading, a list of lines, the fields of the preceding part, or a remark in
  /// brackets.
  mutating func ovidLexeme() throws(Malformed) -> Bool {
    if text[position] == "[" {
      try expectNoBrackets(at: position)
      let end = text[position...].firstIndex(of: "]").map { $0 + 1 } ?? text.count
      let remark = String(scalars: text[position..<end])
      // Others say what the search before them means: `[mp=title, abstract]`, `[Population]`.
      if remark.contains(Self.limitInRemark) {
        note("“\(remark.oneLine)” is read as a comment and is not searched.")
      }
      position = end
      return true
    }
    if text[position] == "{", option() { return true }
    if try lineList() { return true }
    if ovidFields() || frequency() || database() { return true }
    if isOperandExpected, years() { return true }
    return isOperandExpected ? try heading() : false
  }

  /// Reads an option of a basic search in braces, `{Including Related Terms}`, which has no
  /// equivalent.
  private mutating func option() -> Bool {
    guard let end = lookahead(from: position).firstIndex(of: "}") else { return false }
    note(StrategyNote.ignored(String(scalars: text[position...end])))
    position = end + 1
    return true
  }

  /// Reads years as in a limit, `1 and yr="2000 -Current"`.
  private mutating func years() -> Bool {
    guard "yY".unicodeScalars.contains(text[position]),
      let match = String(scalars: lookahead(from: position)).prefixMatch(of: Self.limitedYears)
    else { return false }
    let typed = String(match.output)
    guard let range = StrategyYears.range(typed) else { return false }
    let node = StrategyYears.node([range], of: typed) { note($0) }
    add(.node(node), to: position + typed.unicodeScalars.count)
    return true
  }

  /// Reads `.ti,ab.`, with or without the final point.
  private mutating func ovidFields() -> Bool {
    guard text[position] == ".", let (tags, end) = fieldTags(from: position) else { return false }
    addSuffix(tags, to: end)
    return true
  }

  /// Whether `.ti,ab.` begins at an index inside a word.
  func isFieldStart(_ index: Int) -> Bool {
    index > position && text[index] == "." && fieldTags(from: index) != nil
  }

  /// The tags of the field list that begins with the point at an index, and the index after it.
  func fieldTags(from point: Int) -> (tags: [String], end: Int)? {
    var tags: [String] = []
    var tag = ""
    var index = point + 1
    func isKnown() -> Bool { StrategyFields.meaning(of: tag, in: .ovid) != nil }
    // Names of more than two letters are in parentheses: .(sa_year).
    if index < text.count, text[index] == "(" {
      guard let close = lookahead(from: index).firstIndex(of: ")") else { return nil }
      tag = String(scalars: text[(index + 1)..<close]).lowercased()
      guard isKnown() else { return nil }
      let next = close + 1
      return ([tag], next < text.count && text[next] == "." ? next + 1 : next)
    }
    while index < text.count {
      let scalar = text[index]
      if scalar.properties.isAlphabetic || scalar == "_" {
        if tag.utf8.count > Self.longestName { return nil }
        tag += scalar.properties.lowercaseMapping
      } else if scalar == "," {
        guard isKnown() else { return nil }
        tags.append(tag)
        tag = ""
      } else if scalar == " ", tag.isEmpty {
        // A space after a comma.
      } else {
        break
      }
      index += 1
    }
    guard isKnown() else { return nil }
    if index < text.count, text[index] == "." {
      index += 1
    } else if index < text.count, QueryCharacters.isSearchable(text[index]) {
      return nil
    }
    return (tags + [tag], index)
  }

  /// Reads `/freq=3`, which has no equivalent.
  private mutating func frequency() -> Bool {
    guard text[position] == "/" else { return false }
    let end = runEnd(position)
    let word = String(scalars: text[position..<end])
    guard word.lowercased().hasPrefix("/freq") else { return false }
    note("“\(word)” has no equivalent; a single occurrence is enough.")
    position = end
    return true
  }

  /// Reads `use medall` or `use mesz, prem` after a search, which selects databases.
  private mutating func database() -> Bool {
    guard let end = nameEnd, String(scalars: text[position..<end]).lowercased() == "use",
      isAfterSearch, let start = wordStart(from: end)
    else { return false }
    var last = runEnd(start)
    // The names of several databases are separated by commas.
    while last > start, let next = wordStart(from: last), text[last - 1] == "," || text[next] == ","
    {
      let end = runEnd(next)
      guard end > next else { break }
      last = end
    }
    let names = String(scalars: text[start..<last])
    guard names.wholeMatch(of: Self.databases) != nil,
      !StrategyOperators.isOperator(names, in: .ovid)
    else { return false }
    note(StrategyNote.oneDatabase("use \(names)"))
    position = last
    return true
  }

  /// Whether the part before this place is a search by itself.
  ///
  /// Such a part is a reference to lines, a subject heading, or terms with their fields, also in
  /// parentheses. After other words, as in “substance use”, *use* is one of them.
  private var isAfterSearch: Bool {
    switch lexemes.suffix(Self.longestName).last(where: { $0.kind != .close })?.kind {
    case .node(.term)?, nil: false
    case let kind?: kind.endsOperand
    }
  }

  // MARK: Patterns

  private static let databases =
    SharedRegex(#/[A-Za-z0-9]+(?:\s*,\s*[A-Za-z0-9]+)*[,.]?/#)
  private static let limitInRemark = SharedRegex(
    #/(?i)\b(?:limit(?:s|ed)?|restrict(?:ed)?|languages?|humans)\b|\byr\s*=|\b(?:19|20)\d{2}\b/#)
  private static let limitedYears =
    SharedRegex(
      #/(?i:yr)\s*=\s*(?:"[^"]{4,30}"|-?\s?\d{4}(?:\s?-\s?(?:\d{4}|(?i:current|present))?)?)(?=[\s).]|$)/#
    )
}
