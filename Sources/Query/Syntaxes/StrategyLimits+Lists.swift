import Literature

/// Divides lists of limits of Ovid: `english language and yr="2010 -Current"`.
extension StrategyLimits {
  /// The parts of a list that “and” joins, outside quotation marks and parentheses.
  static func joinedByAnd(_ list: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    var isQuoted = false
    var rest = list
    while let character = rest.first {
      if character.isWhitespace, ReadingDeadline.isOver { break }
      if character.isWhitespace, !isQuoted, depth <= 0, let and = rest.prefixMatch(of: Self.and) {
        parts.append("")
        rest = rest[and.range.upperBound...]
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth -= 1
      default: break
      }
      parts[parts.count - 1].append(character)
      rest.removeFirst()
    }
    return parts
  }

  private static let and = SharedRegex(#/(?i)\sand\s/#)
}
