import Literature

/// Finds a strategy in peerlit's own language that was pasted into one line:
/// `1. peer 2. lay 3. 1 AND 2`.
///
/// Its terms may have numbers, and they need no field or closing mark at the end; so it is
/// recognised by numbers that follow each other in one notation, the last before a combination of
/// the lines before it.
enum JoinedLines {
  /// The mistake of such a text; `nil` for any other.
  static func mistake(in text: String) -> MalformedQuery? {
    guard let position = second(in: text) else { return nil }
    return MalformedQuery(
      text: text, problem: "Line 2 on the same line as line 1", fix: fix, position: position)
  }

  /// How to correct such a text.
  static let fix = "Put each numbered line on a line of its own."

  /// The offset of the number of the second line, in scalars.
  static func second(in text: String) -> Int? {
    // Nearly all queries begin with a letter.
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }),
      first == UInt8(ascii: "1") || first == UInt8(ascii: "#")
    else { return nil }
    let plain = String(scalars: StrategyText.scalars(text))
    guard !plain.trimmed.contains(where: \.isNewline),
      let start = plain.prefixMatch(of: Self.firstNumber)
    else { return nil }
    var numbers: [Substring.Index] = []
    var end = start.range.upperBound
    for match in plain[end...].matches(of: Self.number) {
      guard match.output.1 == start.output.1, match.output.3 == start.output.2,
        Int(match.output.2) == numbers.count + 2,
        !isReference(plain[..<match.range.lowerBound], plain[match.range.upperBound...])
      else { continue }
      numbers.append(plain.index(after: match.range.lowerBound))
      end = match.range.upperBound
    }
    guard numbers.count > 1, let second = numbers.first,
      let combination = LineCombination(plain[end...], mayHaveCount: true),
      combination.references.allSatisfy({ $0.number <= numbers.count })
    else { return nil }
    return plain[..<second].unicodeScalars.count
  }

  /// Whether a number between two parts of a text is an operand.
  private static func isReference(_ before: Substring, _ after: Substring) -> Bool {
    OperandSide(before: before, inCapitals: false) == .operation
      || OperandSide(after: after, inCapitals: false) == .operation
  }

  // MARK: Patterns

  private static let firstNumber = SharedRegex(#/\s*(#?)1([.):]?)\s+(?=\S)/#)
  private static let number = SharedRegex(#/\s(#?)(\d{1,3})([.):]?)\s+(?=\S)/#)
}
