import Literature

/// References to lines without a mark, in a line in peerlit's own language: `3 AND year:2015..`.
struct BareReferences {
  /// The line with `#` before these numbers.
  private(set) var marked = DerivedText()
  /// The numbers, each once, in order.
  private(set) var found: [Int] = []

  /// Finds the references of a line.
  ///
  /// A number is one if it is an operand by itself, beside an operator: “type 2 AND diabetes”,
  /// “type 1 OR 2” and `title:(1 OR 2)` have none.
  ///
  /// - Parameter numbers: the numbers of the lines before this one.
  init(_ line: String, numbers: Set<Int>) {
    // For each group that is open, whether it belongs to a field.
    var groups: [Bool] = []
    var previous: Unicode.Scalar?
    var offset = 0
    var end = line.startIndex
    for match in line.matches(of: Self.number) {
      let digits = match.output.1
      for scalar in line[end..<digits.startIndex].unicodeScalars {
        switch scalar {
        case "(": groups.append(previous == ":" || groups.last == true)
        case ")": _ = groups.popLast()
        default: break
        }
        marked.append(scalar, from: offset)
        previous = scalar
        offset += 1
      }
      end = digits.startIndex
      let before = OperandSide(before: line[..<end], inCapitals: true)
      let after = OperandSide(after: line[digits.endIndex...], inCapitals: true)
      guard let number = Int(digits), numbers.contains(number), groups.last != true,
        before != .other, after != .other, before == .operation || after == .operation,
        !line[..<end].suffix(Self.longest).contains(Self.wordBefore),
        line[digits.endIndex...].prefix(Self.longest).prefixMatch(of: Self.wordAfter) == nil
      else { continue }
      marked.append("#", from: offset)
      if !found.contains(number) { found.append(number) }
    }
    for scalar in line[end...].unicodeScalars {
      marked.append(scalar, from: offset)
      offset += 1
    }
  }

  /// The notes on what was found.
  var notes: [String] {
    guard let first = found.first else { return [] }
    let numbers = found.map { "\($0)" }.joined(separator: ", ")
    return found.count == 1
      ? [
        "“\(first)” is read as line \(first). To search for the number, put it in quotation marks."
      ]
      : [
        "Numbers beside operators are read as lines: \(numbers). To search for a number, put it in "
          + "quotation marks."
      ]
  }

  /// Longer than an operator and what is looked at on its other side.
  private static let longest = 60

  // MARK: Patterns

  /// A number that belongs to a word, before the operator: `type 1 OR`.
  private static let wordBefore =
    SharedRegex(
      #/(?:^|[\s(])(?!(?:AND|OR|NOT)\s)[^\s()]*\p{L}[^\s()]*\s+\d{1,3}\s+(?:AND|OR|NOT)\s+$/#)
  /// A number that belongs to a word, after the operator: `OR 2 years`.
  private static let wordAfter =
    SharedRegex(#/\s+(?:AND|OR|NOT)\s+\d{1,3}\s+(?!(?:AND|OR|NOT)\s)[^\s()]*\p{L}/#)
  private static let number = SharedRegex(#/(?:^|[\s(])(\d{1,3})(?=$|[\s)])/#)
}
