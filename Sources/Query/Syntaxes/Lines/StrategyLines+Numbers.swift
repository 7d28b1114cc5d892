import Literature

/// Finds the numbers of lines that are not simply written before the search.
extension StrategyLines {
  // MARK: Numbers on lines of their own

  /// The lines, each joined to its number if that is alone on the line before it.
  ///
  /// Blanks hit counts and page numbers that are alone on a line, and returns them as well.
  mutating func joiningNumbers(
    _ physical: [Range<Int>]
  ) -> (lines: [Range<Int>], others: (counts: [Range<Int>], pages: [Range<Int>])) {
    let found = LoneNumbers(
      physical.map(string), prefixes: physical.map { prefix($0)?.number }, syntax: syntax)
    var lines: [Range<Int>] = []
    var counts: [Range<Int>] = []
    var pages: [Range<Int>] = []
    var start: Int?
    for (range, role) in zip(physical, found.roles) {
      switch role {
      case .line: start = range.lowerBound
      case .count: counts.append(range)
      case .page: pages.append(range)
      case nil:
        lines.append((start ?? range.lowerBound)..<range.upperBound)
        start = nil
      }
    }
    for range in counts + pages { blank(range) }
    return (lines, (counts, pages))
  }

  // MARK: Numbers after a word

  /// The lines without the words before their numbers, `Line 1: peer.ti.`, if most of these are
  /// searches; otherwise the same lines, because such words are usual in headings.
  func unlabelled(_ physical: [Range<Int>]) -> [Range<Int>] {
    let starts = physical.map { range in
      string(range).prefixMatch(of: LineWords.beforeOwnNumber).map {
        range.lowerBound + $0.1.unicodeScalars.count
      }
    }
    let searches = zip(physical, starts).count { range, start in
      guard let start else { return false }
      return isSearch(afterLabel: start..<range.upperBound)
    }
    let labels = starts.count { $0 != nil }
    guard labels > 1, searches * 2 > labels else { return physical }
    return zip(physical, starts).map { range, start in
      (start ?? range.lowerBound)..<range.upperBound
    }
  }

  /// Whether a line is a search, or combines lines, perhaps with words before their numbers.
  ///
  /// - Parameter range: the line from its number on.
  private func isSearch(afterLabel range: Range<Int>) -> Bool {
    if StrategyRemark.hasSyntax(string(range)) { return true }
    guard let start = prefix(range)?.start else { return false }
    let search = string(start..<range.upperBound)
    return LineCombination.beginning(of: search.trimmingPrefix(LineWords.atStart)) != nil
  }

  /// Blanks the letters before references, `L3 L1 and L2`, if lines have them before their numbers.
  ///
  /// L1 can be a word, such as a vertebra, unless it is the number of a line and beside an operator.
  mutating func blankReferenceLetters(_ physical: [Range<Int>]) {
    let marked = physical.filter { string($0).contains(Self.letterL) }
    let numbers = Set(marked.compactMap { prefix($0)?.number })
    guard numbers.count > 1 else { return }
    for range in marked {
      guard let start = prefix(range)?.start else { continue }
      let words = text[start..<range.upperBound]
        .split { QueryCharacters.isSeparator($0) || $0 == "(" || $0 == ")" }
      let areOperators = words.map { BooleanOperator(String(scalars: $0)) != nil }
      for (place, word) in words.enumerated() {
        guard word.first == "L", let number = Int(String(scalars: word.dropFirst())),
          numbers.contains(number),
          place > 0 && areOperators[place - 1]
            || place + 1 < words.count && areOperators[place + 1]
        else { continue }
        blank(word.startIndex..<word.startIndex + 1)
      }
    }
  }

  private static let letterL = SharedRegex(#/^L\d{1,3}[.):|]?\s/#)

  // MARK: Letters

  /// The first of several lines that have letters or Roman numerals instead of numbers.
  func firstLettered(_ physical: [Range<Int>]) -> (label: String, position: Int)? {
    let labels = physical.compactMap { range in
      string(range).prefixMatch(of: Self.letter).map {
        (label: String($0.1), position: range.lowerBound)
      }
    }
    for series in [["a", "b"], ["i", "ii"]] where labels.count > 1 {
      if labels.prefix(2).map({ $0.label.lowercased() }) == series { return labels[0] }
    }
    return nil
  }

  private static let letter = SharedRegex(#/\(?([A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]\s+(?=\S)/#)
}
