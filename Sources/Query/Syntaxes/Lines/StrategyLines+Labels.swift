import Literature

/// Removes the labels before searches.
extension StrategyLines {
  /// Replaces the labels of databases and of parts of a search by spaces, and notes them.
  ///
  /// A label may be at the beginning of any line of a wrapped search, also after an operator.
  mutating func removeLabels(hasLines: Bool) {
    guard hasLines || syntax != .peerlit else { return }
    let labelled = lines.count { line in
      label(at: operand(line.range), of: line.range).map { $0.isCertain || $0.mayBeTitle } == true
    }
    for index in lines.indices {
      let range = lines[index].range
      var isShorter = false
      for part in range.split(whereSeparator: { text[$0] == "\n" || text[$0] == "\r" }) {
        var start = operand(part)
        // More than a few in a row, such as `Scopus: Population:`, are no labels.
        for _ in 0..<3 {
          guard !ReadingDeadline.isOver, let found = label(at: start, of: part) else { break }
          guard found.isCertain || found.mayBeTitle && labelled > 1 else {
            lines[index].notes.append(found.note)
            break
          }
          skipped.append(found.text)
          blank(start..<start + found.length)
          start += found.length
          isShorter = true
        }
      }
      if isShorter { lines[index].range = trimmed(range) }
    }
  }

  /// The label at an index of a line of text.
  private func label(at start: Int, of part: Range<Int>) -> StrategyLabel? {
    StrategyLabel(
      string(start..<min(part.upperBound, start + StrategyLabel.longest)), syntax)
  }

  /// The index at which a line of text begins, after spaces and an operator.
  private func operand(_ part: Range<Int>) -> Int {
    func word(_ start: Int) -> Range<Int> {
      let first = (start..<part.upperBound).first { !QueryCharacters.isSeparator(text[$0]) }
      let begin = first ?? part.upperBound
      let end = (begin..<part.upperBound).first { QueryCharacters.isSeparator(text[$0]) }
      return begin..<(end ?? part.upperBound)
    }
    let first = word(part.lowerBound)
    guard first.count < 4, BooleanOperator(string(first)) != nil else { return first.lowerBound }
    return word(first.upperBound).lowerBound
  }
}
