import Literature

/// Reads the lists of lines that Ovid joins by one operator.
extension StrategyLexer {
  /// Reads `or/1-4`, `and/2,5-7` or `1-4/or`.
  mutating func lineList() throws(Malformed) -> Bool {
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
    try add(lines, areAlternatives: (isFirst ? pieces[0] : pieces[1]) == "or", to: last)
    return true
  }

  /// Reads `{or #1-#4}`, as the Cochrane Library writes a list of lines.
  mutating func bracedLines() throws(Malformed) -> Bool {
    // The search for the end stops at any brace, so that a whole text is read in linear time.
    let brace = text[(position + 1)...].firstIndex { $0 == "{" || $0 == "}" }
    guard let brace, text[brace] == "}",
      let match = String(scalars: text[position...brace]).wholeMatch(of: LineReferences.pattern)
    else { return false }
    let found = LineReferences(match.output)
    let starts = numberStarts(position..<brace)
    guard let lines = numbers(found.list, at: starts) else { return false }
    try add(lines, areAlternatives: found.areAlternatives, to: brace + 1)
    return true
  }

  /// Appends the lines of a list.
  private mutating func add(
    _ lines: [(number: Int, position: Int)], areAlternatives: Bool, to end: Int
  ) throws(Malformed) {
    references += lines.count
    if references > Self.mostReferences {
      throw Malformed(
        "More than \(Self.mostReferences) references to lines", "Refer to each line once.",
        at: position)
    }
    let nodes = lines.map { StrategyNode.line($0.number, position: $0.position) }
    add(.node(nodes.count == 1 ? nodes[0] : areAlternatives ? .or(nodes) : .and(nodes)), to: end)
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

  /// The lines of a list such as `1-4,7`, with the index of each number; for a line between the
  /// ends of a range, that of its first end.
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
}
