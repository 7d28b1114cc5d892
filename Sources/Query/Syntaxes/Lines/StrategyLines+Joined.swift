import Literature

/// Finds numbered lines that were pasted into one: `1. peer.ti. 2. lay.ti. 3. 1 and 2`.
extension StrategyLines {
  /// The first line that is on the same line as the one before it, and its offset.
  ///
  /// It is recognised by its number, which follows a complete search: a reference is always to an
  /// earlier line.
  func firstJoined() -> (number: Int, position: Int)? {
    if syntax == .peerlit {
      return JoinedLines.second(in: String(scalars: pasted)).map { (number: 2, position: $0) }
    }
    for line in lines {
      if ReadingDeadline.isOver { return nil }
      let search = string(line.range)
      guard let index = start(ofLine: line.number + 1, in: search[...]) else { continue }
      let offset = search[..<index].unicodeScalars.count
      return (line.number + 1, line.range.lowerBound + offset)
    }
    return nil
  }

  /// Where a line begins inside a search; `nil` if it does not.
  ///
  /// - Parameter needsNext: whether the line after it must follow as well, if its number has no
  ///   mark.
  private func start(
    ofLine number: Int, in search: Substring, needsNext: Bool = true
  ) -> String.Index? {
    let found = search.matches(of: Self.joinedNumber).lazy.filter { Int($0.output.2) == number }
    // More would take quadratic time.
    for match in found.prefix(20) {
      let place = search.index(after: match.range.lowerBound)
      let before = Self.withoutCount(search[..<place].trimmed[...])
      let after = search[match.range.upperBound...].drop(while: \.isWhitespace)
      let word = after.prefix { !$0.isWhitespace && $0 != "(" }
      if StrategyOperators.isOperator(word) || PastedCount.needsOperand(before, syntax) { continue }
      let isComplete = PastedCount.isComplete(before, syntax)
      let mark = match.output.1
      // In PubMed, S2 can be a word. A space may be missing only before #2.
      if mark == "S", syntax != .ebsco { continue }
      if mark != "#", !search[match.range.lowerBound].isWhitespace { continue }
      let isLine =
        if !mark.isEmpty || !match.output.3.isEmpty {
          isComplete
            || syntax == .ebsco
              && after.prefixMatch(of: StrategyFields.ebscoAtJoinedStart) != nil
        } else {
          isComplete
            && (!needsNext || start(ofLine: number + 1, in: after, needsNext: false) != nil)
        }
      if isLine { return place }
    }
    return nil
  }

  /// A search without the count of hits at its end.
  private static func withoutCount(_ search: Substring) -> Substring {
    guard let count = search.suffix(PastedCount.longest).firstMatch(of: endCount) else {
      return search
    }
    return search[..<count.range.lowerBound]
  }

  // MARK: Patterns

  private static let joinedNumber = SharedRegex(#/[\s\])"]([#S]?)(\d{1,3})([.):]?)(?=\s+\S)/#)
  private static let endCount = SharedRegex(#/\s+[(\[]?\d[\d,]*[)\]]?\s*$/#)
}
