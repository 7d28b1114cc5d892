import Literature

/// Finds lines that begin with numbers.
extension StrategyLines {
  /// The lines by their numbers; empty if they have none.
  mutating func numbered(_ whole: [Range<Int>]) -> [Line] {
    var whole = whole
    if whole.allSatisfy({ prefix($0) == nil }) { whole = unlabelled(whole) }
    blankReferenceLetters(whole)
    whole = withoutReferenceWords(
      whole, to: Set(whole.compactMap { prefix($0)?.number }), areNumbered: true)
    let (physical, others) = joiningNumbers(whole)
    let prefixes = prefixes(physical)
    let numbers = prefixes.compactMap { $0 }.drop { !$0.canBegin }.map { $0.number }
    let step = numbers.count > 1 && numbers[1] == numbers[0] - 1 ? -1 : 1
    let longest = physical.map(width).max() ?? 0
    var found: [Line] = []
    var end = StrategyLineEnd("")
    var before: [Range<Int>] = []
    var remarks: [Range<Int>] = []
    // The remarks up to here are not part of a line, or are blanked.
    var settled = 0
    for (place, (range, prefix)) in zip(physical, prefixes).enumerated() {
      if ReadingDeadline.isOver { break }
      let last = found.last?.number
      // Histories may leave out a few lines.
      let isNext = prefix.map { prefix in
        last.map { (1...9).contains((prefix.number - $0) * step) } ?? prefix.canBegin
      }
      if let prefix, isNext == true {
        let line = string(range)
        found.append(
          Line(
            number: prefix.number, range: prefix.start..<range.upperBound,
            notes: StrategyRemark.isCount(line)
              ? ["“\(line)” is read as line \(prefix.number), not as a hit count."] : []))
        end = StrategyLineEnd(string(prefix.start..<range.upperBound))
        settled = remarks.count
      } else if let prefix, found.contains(where: { $0.number == prefix.number }),
        string(range).contains(Self.markedNumber)
          || end.isComplete && startsAgain(prefix.number, prefixes[(place + 1)...], found, step)
      {
        repeated =
          repeated
          ?? (
            prefix.number, range.lowerBound,
            startsAgain(prefix.number, prefixes[(place + 1)...], found, step)
          )
      } else if found.isEmpty {
        before.append(range)
      } else if let last, step > 0,
        combines(
          range, upTo: last, after: end,
          isWrapped: mayBeWrapped(after: physical[place - 1], string(range), longest: longest)),
        prefixes[(place + 1)...].allSatisfy({ $0 == nil })
      {
        let line = string(range)
        found.append(
          Line(
            number: last + 1, range: range,
            notes: ["“\(line.oneLine)”, which has no number, is read as line \(last + 1)."]))
        end = StrategyLineEnd(line)
        settled = remarks.count
      } else {
        let line = string(range)
        let isWrapped = mayBeWrapped(
          after: physical[place - 1], line, longest: longest)
        switch StrategyRemark.reading(line, after: end, isWrapped: isWrapped, syntax: syntax) {
        case .remark: remarks.append(range)
        case .continuation(let isCertain):
          // A remark in between is not part of the line.
          for range in remarks[settled...] { blank(range) }
          settled = remarks.count
          found[found.count - 1].range = found[found.count - 1].range.lowerBound..<range.upperBound
          // A line with only a number can be a page number.
          let isDoubtful = line.allSatisfy(\.isASCIIDigit) && !end.endsWithOperator
          end.append(line)
          if !isCertain || isDoubtful {
            found[found.count - 1].notes.append(
              "“\(line)” is read as the continuation of line \(found[found.count - 1].number).")
          }
        }
      }
    }
    guard found.count > 1 || isOnlyLine(found, of: physical) else {
      text = pasted
      return []
    }
    remarks = (remarks + others.pages).sorted { $0.lowerBound < $1.lowerBound }
    skipped = before.map(string) + remarks.map { String(scalars: pasted[$0]) }
    noteLoneCounts(others.counts)
    return found
  }

  /// Whether the numbers of the lines begin again, as in the searches of a second database.
  ///
  /// - Parameters:
  ///   - number: a number that a line already has.
  ///   - following: the numbers after it.
  private func startsAgain(
    _ number: Int, _ following: ArraySlice<(number: Int, start: Int, canBegin: Bool)?>,
    _ found: [Line], _ step: Int
  ) -> Bool {
    guard found.count > 1, found.first?.number == number else { return false }
    return following.lazy.compactMap { $0?.number }.first == number + step
  }

  /// Whether a line without a number, after the last one with a number, is a search that combines
  /// the others: `1 AND 2`.
  ///
  /// - Parameters:
  ///   - last: the number of the last line.
  ///   - end: the end of the search before it.
  ///   - isWrapped: whether the break between them may be one of wrapped text.
  private func combines(
    _ range: Range<Int>, upTo last: Int, after end: StrategyLineEnd, isWrapped: Bool
  ) -> Bool {
    guard !end.isOpen(syntax),
      let combination = LineCombination(string(range)[...], mayHaveCount: true),
      combination.hasNoYears, combination.references.allSatisfy({ $0.number <= last })
    else { return false }
    // “type” and “1 or 2” may be a wrapped term.
    let areMarked = combination.references.allSatisfy { $0.mark != nil }
    let areCapitals = combination.operators.allSatisfy { $0 == $0.uppercased() }
    return end.isComplete || areMarked || areCapitals && !isWrapped
  }

  /// Whether the only line with a number is a strategy of one line.
  ///
  /// “1 peer” alone is a query, but “1. peer” and “1 peer.ti. 123” are lines.
  private func isOnlyLine(_ found: [Line], of physical: [Range<Int>]) -> Bool {
    guard let line = found.first, physical.count == 1 || syntax != .peerlit,
      let first = physical.first(where: { !StrategyRemark.isHeading(string($0)) }),
      first.contains(line.range.lowerBound)
    else { return false }
    let typed = string(first)
    if typed.contains(Self.numberAndPoint) || Self.isNumber(Self.markAndNumber, of: typed) {
      return true
    }
    // Elsewhere, S100 is a protein.
    if syntax == .ebsco || syntax == .peerlit, Self.isNumber(Self.letterAndNumber, of: typed) {
      return true
    }
    let search = string(line.range)
    if Self.isSearch(search, afterNumber: line.number, syntax) { return true }
    let count = PastedCount(search, syntax: syntax, hasLines: true)
    return line.number == 1 && syntax != .peerlit && count?.isCertain == true
  }

  /// Whether a line begins with a pattern that is its number, not a reference to another line.
  private static func isNumber(_ pattern: SharedRegex<Substring>, of line: String) -> Bool {
    guard let match = line.prefixMatch(of: pattern) else { return false }
    let word = line[match.range.upperBound...].prefix { !$0.isWhitespace && $0 != "(" }
    return !StrategyOperators.isOperator(word)
  }

  /// The numbers at the beginnings of lines, without those of lines that only give a count of hits:
  /// `123 results`.
  ///
  /// If another line has the number before or after it, the number is that of the line: `1 peer`,
  /// `2 records`.
  private func prefixes(
    _ physical: [Range<Int>]
  ) -> [(number: Int, start: Int, canBegin: Bool)?] {
    let all = physical.map(prefix)
    let areCounts = zip(physical, all).map { range, found in
      found != nil && StrategyRemark.isCount(string(range))
    }
    guard areCounts.contains(true) else { return all }
    let others = Set(zip(all, areCounts).filter { !$0.1 }.compactMap { $0.0?.number })
    return zip(all, areCounts).map { found, isCount in
      guard let number = found?.number, isCount else { return found }
      return others.contains(number - 1) || others.contains(number + 1) ? found : nil
    }
  }

  /// The number at the beginning of a line, and the index at which the rest begins.
  ///
  /// `canBegin` is whether it can be the number of the first line: a number of four digits without
  /// a mark is a year, unless it follows the numbers of other lines.
  func prefix(_ range: Range<Int>) -> (number: Int, start: Int, canBegin: Bool)? {
    let line = string(range)
    let pattern = Self.number
    guard let match = line.prefixMatch(of: pattern), let number = Int(match.1) else { return nil }
    let rest = line[match.range.upperBound...]
    // The number of “1 or 2” is a reference to a line, and that of a running head is a page number.
    let isReference =
      BooleanOperator(rest.prefix { !$0.isWhitespace }) != nil
      && rest.prefixMatch(of: Self.operatorAndList) == nil
    if isReference || StrategyRemark.isRunningHead(line) {
      return nil
    }
    return (
      number, range.lowerBound + match.output.0.unicodeScalars.count,
      number < LineCombination.leastLong || line.first.map { "#SL".contains($0) } == true
    )
  }

  /// Whether the line before was long enough to be wrapped where a line begins.
  ///
  /// Wrapped text has a break only where the next word does not fit.
  private func mayBeWrapped(after before: Range<Int>, _ line: String, longest: Int) -> Bool {
    let word = line.prefix { !$0.isWhitespace }
    return before.count + 1 + word.count >= max(Self.narrowest, longest * 3 / 4)
  }

  /// The number of columns of a line as pasted; of lines that were joined, of the longest.
  private func width(_ range: Range<Int>) -> Int {
    text[range].split { $0 == "\n" || $0 == "\r" || StrategyText.isInvisible($0) }
      .map(\.count).max() ?? 0
  }

  /// Text is almost never wrapped at fewer columns.
  private static let narrowest = 40

  // MARK: Patterns

  private static let markedNumber = SharedRegex(#/^(\d+[.):]\s|[#S]\d+\s)/#)
  private static let numberAndPoint = SharedRegex(#/^[#S]?\d{1,3}[.):|]\s/#)
  private static let markAndNumber = SharedRegex(#/#\d{1,3}\s+(?=[\w("*])/#)
  private static let letterAndNumber = SharedRegex(#/S\d{1,2}\s+(?=[\w("*])/#)
  /// A slip for a list of lines, which begins a search: `3 OR 1-2`.
  private static let operatorAndList =
    SharedRegex(#/(?i:and|or)\s+[#Ss]?\d{1,4}\s*[-,]\s*[#Ss]?\d/#)
  private static let number =
    SharedRegex(
      #/^(?:[*-]\s+)?(?:#\s?|[SL]|\((?=\d{1,3}\)\s))?(\d{1,4})(?:\s*(?:[):|]|\.(?!\.(?!\.)))\s*|\s+[-\/]\s+|\s+)(?=\S)/#
    )
}
