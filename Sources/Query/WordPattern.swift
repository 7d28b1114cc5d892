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
    var places = closure([0])
    for character in word {
      var next: Set<Int> = []
      for place in places where place < parts.count {
        switch parts[place] {
        case .character(let expected): if expected == character { next.insert(place + 1) }
        case .optional, .one: next.insert(place + 1)
        case .any: next.insert(place)
        }
      }
      if next.isEmpty { return false }
      places = closure(next)
    }
    return places.contains(parts.count)
  }

  /// The positions, with those that can be reached from them without a character.
  private func closure(_ places: Set<Int>) -> Set<Int> {
    var all = places
    var open = Array(places)
    while let place = open.popLast() {
      guard place < parts.count, parts[place] == .optional || parts[place] == .any else { continue }
      if all.insert(place + 1).inserted { open.append(place + 1) }
    }
    return all
  }
}
