/// How deep a place in a search is inside parentheses, and whether it is inside quotation marks.
struct SearchNesting {
  /// The number of parentheses that are open; below 0 after a parenthesis that closes none.
  private(set) var depth = 0
  /// Whether a quotation mark is open.
  private(set) var isQuoted = false

  /// Moves behind a character.
  mutating func read(_ character: Character) {
    switch character {
    case "\"": isQuoted.toggle()
    case "(" where !isQuoted: depth += 1
    case ")" where !isQuoted: depth -= 1
    default: break
    }
  }
}
