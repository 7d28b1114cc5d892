import Literature

/// Reads the subject headings of Ovid.
extension StrategyLexer {
  /// Reads `exp Peer Group/`, `*Peer Group/`, `"Peer Group"/`, `Peer Group/px, td`.
  mutating func heading() throws(Malformed) -> Bool {
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
      try expectNoWildcard(in: start, isExploded: isExploded)
      guard isExploded, start < text.count, lastSlash < start else { return false }
      throw Malformed("“exp” without a subject heading", "End the heading with “/”.", at: position)
    }
    let typed = String(scalars: text[position..<end])
    let scalars = StrategyText.scalars(name)
    let leaves = try StrategyTerms(syntax: .peerlit).leaves(scalars[...], at: position)
    guard let term = StrategyTerms.heading(scalars, leaves) else { return false }
    // Ovid also finds publication types by their names as headings, with those below them.
    let isType = PublicationTypes.isHeading(name)
    if isExploded, !isType { noteNarrower(name, typed) }
    if isFocused { note(StrategyNote.notOnlyMain(typed)) }
    let subject = StrategyNode.field([.subject], .term(term))
    add(
      .node(
        isType ? .or([subject, .publicationType(name, isExploded: isExploded)]) : subject),
      to: end)
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
    guard let slash = headingSlash(from: start) else { return nil }
    // A truncated heading: exp Peer*/.
    let isTruncated = slash - 1 > start && "*$".unicodeScalars.contains(text[slash - 1])
    let last = isTruncated ? slash - 1 : slash
    guard !text[start..<last].contains(where: { "*$?#".unicodeScalars.contains($0) }) else {
      return nil
    }
    let name = String(scalars: text[start..<last]) + (isTruncated ? "*" : "")
    let words = name.split(separator: " ")
    let hasOperator = words.contains { StrategyOperators.isOperator($0, in: .ovid) }
    if hasOperator, !(isExploded && !name.lowercased().contains(" or ")),
      !Self.isTitle(words)
    {
      return nil
    }
    return words.isEmpty || words.allSatisfy { Int($0) != nil } ? nil : (name, slash + 1)
  }

  /// The index of the slash after the heading that begins at an index; `nil` if none does.
  private func headingSlash(from start: Int) -> Int? {
    guard start < text.count else { return nil }
    // The part before the slash is looked at once more for each word in it.
    let longest = text[start..<min(text.count, start + Self.longestHeading)]
    guard let slash = longest.firstIndex(of: "/"), slash > start,
      !text[start..<slash].contains(where: { "\"[].".unicodeScalars.contains($0) }),
      hasNoGroup(start..<slash), isHeadingEnd(slash + 1)
    else { return nil }
    return slash
  }

  /// Refuses a wildcard inside a heading, which would be searched as words: `exp behavio?r/`.
  private func expectNoWildcard(in start: Int, isExploded: Bool) throws(Malformed) {
    guard let slash = headingSlash(from: start) else { return }
    let name = String(scalars: text[start..<slash])
    let words = name.split(separator: " ")
    let hasWildcard = name.contains { "*$?#".contains($0) }
    // “peer* w/ support” has no heading.
    guard hasWildcard, (words.last?.count ?? 0) > 1,
      !words.contains(where: { StrategyOperators.isOperator($0, in: .ovid) })
    else {
      return
    }
    throw Malformed(
      "A wildcard inside the subject heading “\(name)/”",
      "Write the heading in full, or truncate only its last word.", at: start)
  }

  /// Whether a part of the text has no parentheses, or only some at its end that belong to a name,
  /// as in PsycINFO: `Recovery (Disorders)/`.
  private func hasNoGroup(_ part: Range<Int>) -> Bool {
    let marks = part.filter { text[$0] == "(" || text[$0] == ")" }
    if marks.isEmpty { return true }
    return marks.count == 2 && marks[1] == part.upperBound - 1 && text[marks[0]] == "("
      && marks[0] > part.lowerBound && text[marks[0] - 1] == " " && marks[1] > marks[0] + 1
  }

  /// Longer than any subject heading without quotation marks.
  private static let longestHeading = 300

  /// Whether every word except short ones begins with a capital, as in printed headings.
  private static func isTitle(_ words: [Substring]) -> Bool {
    words.allSatisfy { word in
      ["and", "of", "in", "the", "to", "for", "with", "as", "on"].contains(word)
        || word.first { $0 != "(" }?.isUppercase == true
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
    note(QueryNote.noSubheadings(heading + typed))
    position = index
  }
}
