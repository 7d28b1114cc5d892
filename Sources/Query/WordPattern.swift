/// A pattern that words match as a whole.
///
/// `*` matches any number of characters, `?` one or none, `#` exactly one, as in Ovid.
///
///     WordPattern("behavio?r").matches("behavior")   // true
public struct WordPattern: Sendable, Equatable {
  private enum Part: Equatable {
    case character(Character)
    case optional, one, any
  }

  /// The pattern as written.
  public let text: String
  private let parts: [Part]
  /// The letters before the first wildcard, with which every match begins.
  public let prefix: String
  /// Whether the only wildcard is `*` at the end, so that the prefix decides.
  private let isPrefix: Bool

  /// Parses a pattern, with or without wildcards.
  public init(_ text: String) {
    self.text = text
    parts = text.map { character in
      switch character {
      case "*": .any
      case "?": .optional
      case "#": .one
      default: .character(character)
      }
    }
    let prefix = text.prefix { !Self.isWildcard($0) }
    isPrefix = text[prefix.endIndex...] == "*"
    self.prefix = String(prefix)
  }

  /// Whether a character is a wildcard.
  public static func isWildcard(_ character: Character) -> Bool {
    character == "*" || character == "?" || character == "#"
  }

  /// Whether a word matches as a whole.
  ///
  /// Case and diacritics matter, so fold both first.
  public func matches(_ word: String) -> Bool {
    if isPrefix { return word.hasPrefix(prefix) }
    // The positions in the pattern that the characters so far can reach.
    var states = closure([0])
    for character in word {
      var next: Set<Int> = []
      for state in states where state < parts.count {
        switch parts[state] {
        case .character(let expected): if expected == character { next.insert(state + 1) }
        case .optional, .one: next.insert(state + 1)
        case .any: next.insert(state)
        }
      }
      if next.isEmpty { return false }
      states = closure(next)
    }
    return states.contains(parts.count)
  }

  /// The positions, with those that can be reached from them without a character.
  private func closure(_ states: Set<Int>) -> Set<Int> {
    var all = states
    var open = Array(states)
    while let state = open.popLast() {
      guard state < parts.count, parts[state] == .optional || parts[state] == .any else { continue }
      if all.insert(state + 1).inserted { open.append(state + 1) }
    }
    return all
  }
}
