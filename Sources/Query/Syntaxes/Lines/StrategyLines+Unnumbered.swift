import Literature

/// Finds the lines of a text in which they have no numbers.
extension StrategyLines {
  /// Lines without numbers: each separate, or all joined.
  mutating func unnumbered(_ whole: [Range<Int>], isStrategy: Bool) -> [Line] {
    let physical = withoutReferenceWords(
      whole, to: Set(0...whole.count), areNumbered: false)
    guard isStrategy || combinesLines(physical) else {
      text = pasted
      let searches = syntax == .peerlit ? whole[...] : withoutCaptions(whole)
      guard let first = searches.first, let last = searches.last else { return [] }
      return [Line(number: 1, range: first.lowerBound..<last.upperBound)]
    }
    var found: [Line] = []
    var end = StrategyLineEnd("")
    var headings: [Range<Int>] = []
    // Whether the last line ends with limits, after which other labels follow.
    var isLimited = false
    var databases: [(name: String, position: Int, line: Int)] = []
    let hasConcepts = areConcepts(physical)
    for (place, range) in physical.enumerated() {
      if ReadingDeadline.isOver { break }
      let line = string(range)
      let isHeading = !hasConcepts && StrategyRemark.isHeading(line)
      if isHeading || isCaption(physical, place) && !end.isOpen(syntax) {
        skipped.append(line)
        headings.append(range)
        if StrategyCaption.namesDatabase(line) {
          databases.append((line, range.lowerBound, found.count))
        }
        continue
      }
      let search = beforeLimits(range)
      let isLabel =
        search.isEmpty
        || isLimited && StrategyRemark.isSetting(line) && line.contains { "-:=".contains($0) }
      isLimited = isLabel || search.upperBound < range.upperBound
      if let before = found.last,
        isLabel || end.isOpen(syntax) || StrategyRemark.startsWithOperator(line)
      {
        // A heading in between is not part of the line.
        for range in headings { blank(range) }
        headings = []
        found[found.count - 1].range = before.range.lowerBound..<range.upperBound
        end.append(line)
      } else {
        headings = []
        found.append(Line(number: found.count + 1, range: range))
        end = StrategyLineEnd(line)
      }
    }
    // A caption after the last line may be that of the search before it.
    if let first = databases.first,
      let second = databases.first(where: { $0.line > first.line && $0.line < found.count })
    {
      secondDatabase = (second.name, second.position)
    }
    return found
  }

  /// Whether all lines are the words of a concept after its name, `Concept 1: peers`, or combine
  /// others, so that there are no other searches.
  private func areConcepts(_ physical: [Range<Int>]) -> Bool {
    var combinations = 0
    for range in physical {
      let line = string(range)
      if LineCombination(line[...], mayHaveCount: true) != nil {
        combinations += 1
      } else if !StrategyRemark.isConcept(line) {
        return false
      }
    }
    return combinations > 0 && combinations < physical.count
  }

  /// The lines of one search without the captions before and after it, which are skipped.
  private mutating func withoutCaptions(_ physical: [Range<Int>]) -> ArraySlice<Range<Int>> {
    var rest = physical[...]
    while rest.count > 1, let first = rest.first, isCaption(physical, rest.startIndex) {
      skipped.append(string(first))
      rest.removeFirst()
    }
    guard let first = rest.first else { return rest }
    var start = rest.endIndex
    while start - 1 > rest.startIndex, isCaption(physical, start - 1) { start -= 1 }
    // From the front, so that the text before each caption is read only once.
    var end = StrategyLineEnd(string(first.lowerBound..<rest[start - 1].upperBound))
    var kept = start
    for place in start..<rest.endIndex {
      if end.isOpen(syntax) { kept = place + 1 }
      end.append(string(rest[place]))
    }
    let captions = rest[kept...].reversed().map { string($0) }
    skipped += captions
    return rest[..<kept]
  }

  /// Whether a line is a caption, and the next one is not its continuation.
  private func isCaption(_ physical: [Range<Int>], _ place: Int) -> Bool {
    guard StrategyCaption.isCaption(string(physical[place])) else { return false }
    guard place + 1 < physical.count else { return true }
    return !StrategyRemark.startsWithOperator(string(physical[place + 1]))
  }

  /// The search in a line, without the limits and buttons after it; empty if it has only these, as
  /// in `Timespan: 2010-01-01 to 2015-12-31`.
  private func beforeLimits(_ range: Range<Int>) -> Range<Int> {
    // The space before a button is part of its mark.
    StrategyLimits(text, max(0, range.lowerBound - 1)..<range.upperBound, syntax: syntax).range
  }

  /// Whether one of the lines combines others by their positions: `1 or 2`, `or/1-3`, `#1 AND #2`.
  private func combinesLines(_ physical: [Range<Int>]) -> Bool {
    physical.enumerated().dropFirst(2).contains { position, range in
      let line = string(range)
      guard
        let combination = LineCombination(line[...], mayHaveCount: true)
          ?? Self.list(atStartOf: line),
        combination.hasNoYears, let first = combination.references.first
      else { return false }
      // A wrapped query can have “1 or 2” as well, but rarely after that many lines.
      return (1...position).contains(first.number)
    }
  }

  /// The list of lines with which a line begins, as in `or/1-3 and hiv.ti.`.
  private static func list(atStartOf line: String) -> LineCombination? {
    guard let start = LineCombination.beginning(of: line[...]), start.startsWithList else {
      return nil
    }
    return start
  }
}
