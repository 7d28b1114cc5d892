import Literature

extension StrategyLexer {
  /// Reads a subject heading, a list of lines, the fields of the preceding part, or a remark in
  /// brackets.
  mutating func ovidToken() throws(Malformed) -> Bool {
    if text[position] == "[" {
      try expectNoBrackets(at: position)
      position = text[position...].firstIndex(of: "]").map { $0 + 1 } ?? text.count
      return true
    }
    if try lineList() { return true }
    if ovidFields() || frequency() || database() { return true }
    return isOperandExpected ? try heading() : false
  }

  // MARK: Lines

  /// Reads `or/1-4`, `and/2,5-7` or `1-4/or`.
  private mutating func lineList() throws(Malformed) -> Bool {
    // A list begins with its operator or with a number.
    guard
      "oOaA".unicodeScalars.contains(text[position])
        || QueryCharacters.isASCIIDigit(text[position])
    else { return false }
    guard var end = listEnd(position) else { return false }
    let operation = String(scalars: text[position..<end]).lowercased()
    if operation == "or/" || operation == "and/",
      let start = wordStart(from: end)
    {
      guard let next = listEnd(start) else { return false }
      end = next
    }
    let pieces = String(scalars: text[position..<end]).lowercased().filter { $0 != " " }
      .split(separator: "/")
    guard pieces.count == 2 else { return false }
    let isFirst = pieces[0] == "or" || pieces[0] == "and"
    guard isFirst || pieces[1] == "or" || pieces[1] == "and" else { return false }
    // Spaces may follow the commas: or/1, 3-5.
    var last = end
    var list = String(isFirst ? pieces[1] : pieces[0])
    while isFirst, list.hasSuffix(",") || list.hasSuffix("-") {
      guard let start = wordStart(from: last) else { break }
      guard let end = listEnd(start), end > start else { return false }
      last = end
      let piece = String(scalars: text[start..<end])
      guard !piece.contains(where: \.isLetter) else { return false }
      list += piece
    }
    guard let lines = numbers(list, at: numberStarts(position..<last)) else { return false }
    references += lines.count
    if references > Self.mostReferences {
      throw Malformed(
        "More than \(Self.mostReferences) references to lines", "Refer to each line once.",
        at: position)
    }
    let nodes = lines.map { StrategyNode.line($0.number, position: $0.position) }
    let isOr = (isFirst ? pieces[0] : pieces[1]) == "or"
    add(.node(nodes.count == 1 ? nodes[0] : isOr ? .or(nodes) : .and(nodes)), to: last)
    return true
  }

  /// More than in any strategy.
  private static let mostReferences = 10_000

  /// The index after the run that begins at an index; `nil` if it can't belong to a list of lines.
  private func listEnd(_ start: Int) -> Int? {
    let end = runEnd(start) { scalar in
      !QueryCharacters.isASCIIDigit(scalar) && !"orandORAND/,-".unicodeScalars.contains(scalar)
    }
    guard end < text.count else { return end }
    // A full stop or a comment may follow: `or/1-2.`, `or/1-2 [Population]`.
    let isPoint = ".;:".unicodeScalars.contains(text[end])
    let next = isPoint ? end + 1 : end
    guard next < text.count else { return end }
    let isWhole =
      QueryCharacters.isSeparator(text[next]) || "()[\"".unicodeScalars.contains(text[next])
    return isWhole ? end : nil
  }

  /// The indices at which the numbers in a part of the text begin.
  private func numberStarts(_ range: Range<Int>) -> [Int] {
    range.filter { index in
      QueryCharacters.isASCIIDigit(text[index])
        && (index == range.lowerBound || !QueryCharacters.isASCIIDigit(text[index - 1]))
    }
  }

  /// The lines of a list such as `1-4,7`, with the index of each number; for a line between the ends
  /// of a range, that of its first end.
  ///
  /// - Parameter starts: the indices at which the numbers of the list begin.
  private func numbers(_ list: String, at starts: [Int]) -> [(number: Int, position: Int)]? {
    var starts = starts[...]
    var numbers: [(number: Int, position: Int)] = []
    for part in list.split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first <= last
      else { return nil }
      if numbers.count > Self.mostReferences { break }
      let start = starts.popFirst() ?? position
      let end = ends.count == 2 ? starts.popFirst() ?? position : start
      // The first line that can't exist is enough for the error that it is missing.
      let reached = min(last, max(first, lastLine + 1))
      numbers += (first...reached).map { (number: $0, position: $0 == last ? end : start) }
    }
    return numbers.isEmpty ? nil : numbers
  }

  // MARK: Fields

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

  /// Reads `use medall` or `use mesz, prem` after a term, which selects databases.
  private mutating func database() -> Bool {
    guard !isOperandExpected, let end = nameEnd,
      String(scalars: text[position..<end]).lowercased() == "use",
      let start = wordStart(from: end)
    else { return false }
    var last = runEnd(start)
    guard last > start else { return false }
    // The names of several databases are separated by commas.
    while let next = wordStart(from: last), text[last - 1] == "," || text[next] == "," {
      let end = runEnd(next)
      guard end > next else { break }
      last = end
    }
    note(StrategyNote.oneDatabase("use \(String(scalars: text[start..<last]))"))
    position = last
    return true
  }

  // MARK: Subject headings

  /// Reads `exp Peer Group/`, `*Peer Group/`, `"Peer Group"/`, `Peer Group/px, td`.
  private mutating func heading() throws(Malformed) -> Bool {
    var start = position
    var isExploded = false
    var isFocused = false
    if let end = nameEnd,
      ["exp", "exp."].contains(String(scalars: text[start..<end]).lowercased())
    {
      isExploded = true
      start = wordStart(from: end) ?? text.count
    }
    if start < text.count, text[start] == "*" {
      isFocused = true
      start += 1
    }
    guard let (name, end) = headingName(from: start, isExploded: isExploded) else {
      guard isExploded, start < text.count, lastSlash < start else { return false }
      throw Malformed("“exp” without a subject heading", "End the heading with “/”.", at: position)
    }
    let typed = String(scalars: text[position..<end])
    let leaves = try StrategyTerms(syntax: .peerlit).leaves(
      StrategyText.scalars(name)[...], at: position)
    guard let phrase = StrategyTerms.phrase(leaves) else { return false }
    if isExploded { note(StrategyNote.noNarrower(typed)) }
    if isFocused { note(StrategyNote.notOnlyMain(typed)) }
    add(.node(.field([.subject], .term(phrase))), to: end)
    skipSubheadings(typed)
    return true
  }

  /// The name of the heading that begins at an index, and the index after its slash.
  private func headingName(from start: Int, isExploded: Bool) -> (name: String, end: Int)? {
    guard start < text.count else { return nil }
    if text[start] == "\"" {
      guard let end = text[(start + 1)...].firstIndex(of: "\""), end + 1 < text.count,
        text[end + 1] == "/"
      else { return nil }
      return (String(scalars: text[(start + 1)..<end]), end + 2)
    }
    // The part before the slash is looked at once more for each word in it.
    let longest = text[start..<min(text.count, start + Self.longestHeading)]
    guard let slash = longest.firstIndex(of: "/"), slash > start,
      !text[start..<slash].contains(where: { "()\"[].$*?#".unicodeScalars.contains($0) }),
      isHeadingEnd(slash + 1)
    else { return nil }
    let name = String(scalars: text[start..<slash])
    let words = name.split(separator: " ")
    let hasOperator = words.contains { StrategyOperators.isOperator($0, in: .ovid) }
    if hasOperator, !(isExploded && !name.lowercased().contains(" or ")),
      !Self.isTitle(words)
    {
      return nil
    }
    return words.isEmpty || words.allSatisfy { Int($0) != nil } ? nil : (name, slash + 1)
  }

  /// Longer than any subject heading without quotation marks.
  private static let longestHeading = 300

  /// Whether every word except short ones begins with a capital, as in printed headings.
  private static func isTitle(_ words: [Substring]) -> Bool {
    words.allSatisfy { word in
      ["and", "of", "in", "the", "to", "for", "with", "as", "on"].contains(word)
        || word.first?.isUppercase == true
    }
  }

  /// Whether a heading can end before an index: subheadings have two lower-case letters.
  private func isHeadingEnd(_ index: Int) -> Bool {
    guard index < text.count else { return true }
    let next = text[index]
    if QueryCharacters.isSeparator(next) || next == ")" || next == "," || next == "." {
      return true
    }
    let end = runEnd(index) { $0 == "," }
    // An operator may follow without a space.
    if BooleanOperator(String(scalars: text[index..<end])) != nil { return true }
    return end - index == 2 && text[index..<end].allSatisfy { $0.properties.isLowercase }
  }

  /// Skips the subheadings after a heading: `/px, td [Psychology]`.
  private mutating func skipSubheadings(_ heading: String) {
    var index = position
    var found = false
    while true {
      let start = text[index...].firstIndex { $0 != "," && $0 != " " } ?? text.count
      let end = start < text.count ? runEnd(start) { $0 == "," } : start
      let isFirst = index == position && start == position
      let isNext = found && index < start && text[index..<start].contains(",")
      if String(scalars: text[start..<end]) == "or" { break }
      guard isFirst || isNext, end - start == 2,
        text[start..<end].allSatisfy({ $0.properties.isLowercase })
      else { break }
      found = true
      index = end
    }
    guard found else { return }
    let typed = String(scalars: text[position..<index])
    note(StrategyNote.noSubheadings(heading + typed))
    position = index
  }
}
