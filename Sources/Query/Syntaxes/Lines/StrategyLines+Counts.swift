import Literature

/// Removes the hit counts that histories show beside their searches.
extension StrategyLines {
  /// Removes the hit counts before the searches of lines with numbers, and notes what was removed.
  ///
  /// A number after a single space can be a word of the search. If most lines begin with a number,
  /// it is a count if it is too large for a word or comes before references to lines. If all lines
  /// begin with one, all are counts, provided that one of them certainly or probably is.
  mutating func removeLeadingCounts() {
    let counts = lines.map { LeadingCount(string($0.range)) }
    let found = counts.compactMap(\.self)
    let isSure = found.contains { $0.isCertain || $0.isLarge || $0.isBeforeReferences }
    let isUsual = lines.count > 1 && found.count * 2 > lines.count && isSure
    let isEverywhere = isUsual && found.count == lines.count
    var removed: [Int] = []
    for (index, count) in counts.enumerated() {
      guard let count else { continue }
      let isCount =
        count.isCertain || isEverywhere || isUsual && (count.isLarge || count.isBeforeReferences)
      if isCount {
        let range = lines[index].range
        lines[index].range = trimmed(range.lowerBound + count.length..<range.upperBound)
        removed.append(lines[index].number)
      } else if count.isLarge, lines.count > 1 {
        lines[index].notes.append(
          "“\(count.text)” at the beginning is searched. If it is a hit count, put a tab after it.")
      }
    }
    noteRemoved(
      removed, one: "hit count before the search", several: "hit counts before the searches")
  }

  /// Removes the hit counts at the ends of the lines, and notes what was removed.
  ///
  /// A number after a single space can be a word of the query. It is a count if it is at least
  /// ``PastedCount/leastLarge`` and most lines end with a number, or if all lines do and most of
  /// these numbers can't be words.
  ///
  /// - Parameter hasLines: whether the lines have numbers, or are several.
  mutating func removeCounts(hasLines: Bool) {
    let counts = lines.map {
      PastedCount(string($0.range), syntax: syntax, hasLines: hasLines)
    }
    let found = counts.compactMap(\.self)
    let isUsual = lines.count > 1 && found.count * 2 > lines.count
    let sure = found.count { $0.isCertain || $0.isLarge }
    let isEverywhere = lines.count > 1 && found.count == lines.count && sure * 2 > lines.count
    var removed: [Int] = []
    for (index, count) in counts.enumerated() {
      guard let count else { continue }
      if count.isCertain || isEverywhere || isUsual && count.isLarge {
        let end = lines[index].range.lowerBound + count.start
        lines[index].range = trimmed(lines[index].range.lowerBound..<end)
        if count.isCertain {
          if !count.text.isEmpty { removed.append(lines[index].number) }
        } else {
          lines[index].notes.append(
            "“\(count.text)” at the end was read as a hit count and removed.")
        }
      } else if count.isLarge, lines.count > 1 {
        lines[index].notes.append(
          "“\(count.text)” at the end is searched. If it is a hit count, put it in parentheses "
            + "or after a tab.")
      }
    }
    noteRemoved(removed, one: "hit count at the end", several: "hit counts at the end")
  }

  // MARK: Notes

  /// Notes the lines from which hit counts were removed.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of these lines.
  ///   - one: what was removed if it is a single line.
  ///   - several: what was removed from several.
  private mutating func noteRemoved(_ numbers: [Int], one: String, several: String) {
    if numbers.isEmpty { return }
    let removed = numbers.count == 1 ? "the \(one) was" : "the \(several) were"
    counted.append("\(Strategy.place(of: numbers.sorted())): \(removed) removed.")
  }

  /// Notes the hit counts that were alone on their lines.
  mutating func noteLoneCounts(_ counts: [Range<Int>]) {
    guard let first = counts.first else { return }
    counted.append(
      counts.count == 1
        ? "The hit count “\(String(scalars: pasted[first]))” on a line of its own was removed."
        : "The \(counts.count) hit counts on lines of their own were removed.")
  }
}
