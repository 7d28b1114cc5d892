import Literature

/// What is beside a part of a search, which decides whether the part is an operand by itself.
enum OperandSide: Equatable {
  /// AND, OR or NOT.
  case operation
  /// The beginning or the end of the search or of a group.
  case end
  /// Another word, or a quotation mark.
  case other

  /// What is before a part.
  ///
  /// - Parameters:
  ///   - text: the text before it.
  ///   - inCapitals: whether operators are in capitals, as in peerlit's own language.
  init(before text: Substring, inCapitals: Bool) {
    // Longer than any operator with the spaces around it.
    let near = text.suffix(24)
    guard let last = near.last(where: { !$0.isWhitespace }) else {
      self = near.startIndex == text.startIndex ? .end : .other
      return
    }
    let word = near.split { $0.isWhitespace || "()".contains($0) }.last ?? ""
    self = last == "(" ? .end : last == ")" ? .other : Self.side(word, inCapitals)
  }

  /// What is after a part.
  ///
  /// - Parameters:
  ///   - text: the text after it.
  ///   - inCapitals: as in ``init(before:inCapitals:)``.
  init(after text: Substring, inCapitals: Bool) {
    let near = text.prefix(24)
    guard let first = near.firstIndex(where: { !$0.isWhitespace }) else {
      self = near.endIndex == text.endIndex ? .end : .other
      return
    }
    let word = near[first...].prefix { !$0.isWhitespace && $0 != "(" }
    self = near[first] == ")" ? .end : Self.side(word, inCapitals)
  }

  private static func side(_ word: Substring, _ inCapitals: Bool) -> OperandSide {
    guard BooleanOperator(word) != nil else { return .other }
    return inCapitals && word != word.uppercased() ? .other : .operation
  }
}
