import Literature

/// Finds lines whose numbers are divided: `1a`, `1b`, or `1.1`, `1.2`.
extension StrategyLines {
  /// The first of several lines that are numbered within a number.
  ///
  /// “1a” and “1.1” alone can be words of a search that is wrapped before them: “interleukin 1a”.
  /// Two that follow each other are numbers, and so is `1a.` after line 1.
  func firstSubnumbered(_ physical: [Range<Int>]) -> (label: String, position: Int)? {
    var end = StrategyLineEnd("")
    var before: Subnumber?
    for range in physical {
      if ReadingDeadline.isOver { return nil }
      let line = string(range)
      if let found = Subnumber(line, at: range.lowerBound), !end.isOpen(syntax) {
        if let before, found.follows(before, isComplete: end.isComplete) {
          let first = before.place == nil ? found : before
          return (first.label, first.position)
        }
        before = found
        end = StrategyLineEnd(line)
      } else if let prefix = prefix(range) {
        before = Subnumber(number: prefix.number)
        end = StrategyLineEnd(line)
      } else {
        end.append(line)
      }
    }
    return nil
  }
}

/// The number of a line within a number: `1b`, `2.3`.
private struct Subnumber {
  let number: Int
  /// The place of the letter in the alphabet, or the number after the point, from 1; `nil` for a
  /// whole number.
  let place: Int?
  let isLetter: Bool
  /// Whether a sign follows that is unlikely to be part of a search.
  let isMarked: Bool
  let label: String
  let position: Int

  /// A whole number.
  init(number: Int) {
    self.number = number
    place = nil
    isLetter = false
    isMarked = false
    label = ""
    position = 0
  }

  /// Reads the number at the beginning of a line; `nil` for other lines, and for a line that begins
  /// with a reference, as `1a or 1b` does.
  init?(_ line: String, at position: Int) {
    guard let match = line.prefixMatch(of: Self.pattern), let number = Int(match.2) else {
      return nil
    }
    let following = line[match.range.upperBound...].prefix { !$0.isWhitespace && $0 != "(" }
    if StrategyOperators.isOperator(following) { return nil }
    self.number = number
    isLetter = match.3 != nil
    let letter = match.3?.lowercased().unicodeScalars.first.map { Int($0.value) - 96 }
    guard let place = letter ?? match.4.flatMap({ Int($0) }) else { return nil }
    self.place = place
    isMarked = !match.5.isEmpty
    label = String(match.1)
    self.position = position
  }

  /// Whether the number is the next one after another.
  ///
  /// - Parameter isComplete: whether the search between them needs nothing after it.
  func follows(_ other: Subnumber, isComplete: Bool) -> Bool {
    guard number == other.number, let place else { return false }
    if let last = other.place { return isLetter == other.isLetter && abs(place - last) == 1 }
    return isLetter && place < 3 && (isMarked || isComplete)
  }

  // MARK: Patterns

  private static let pattern =
    SharedRegex(
      #/\(?([#SL]?(\d{1,3})(?:[.-]?([A-Za-z])|\.(\d{1,2})))([.):|]*)\s+(?=[^\s\[])/#)
}
