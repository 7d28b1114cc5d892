import Literature

extension QueryTree {
  /// The same names, also with or without the apostrophe that databases drop: “OBrien M” is
  /// “O'Brien M” as well.
  var withApostrophes: QueryTree {
    switch self {
    case .word(let word): Self.spelt([word], as: self) { .word($0[0]) }
    case .prefix(let word): Self.spelt([word], as: self) { .prefix($0[0]) }
    case .phrase(let words): Self.spelt(words, as: self) { .phrase($0) }
    case .or(let parts):
      parts.map(\.withApostrophes) == parts
        ? self : QueryTree.alternatives(parts.map(\.withApostrophes))
    default: self
    }
  }

  private static func spelt(
    _ words: [String], as typed: QueryTree, _ tree: ([String]) -> QueryTree
  ) -> QueryTree {
    let others = words.map { word in
      if word.contains("'") { return word.replacing("'", with: "") }
      return word.replacing(capitals) { "\($0.1)'\($0.2)" }
        .replacing(familiar) { "\($0.1)'\($0.2)" }
    }
    return others == words ? typed : .or([typed, tree(others)])
  }

  /// Names whose two capitals show the missing apostrophe: OBrien.
  private static let capitals = SharedRegex(#/^([DLNO])([A-Z][a-z]+)/#)
  /// Frequent names that are found without capitals as well: obrien.
  private static let familiar =
    SharedRegex(
      #/(?i)^(o|d(?=sou|ang|ami|arc|ago|and|amb|ale|aqu))(bri[ae]n|con(?:nor|nell)|don(?:nell|oghue|ohue)|neill?|reilly|sullivan|hara|malley|keeff?e|leary|shea|toole|callaghan|dwyer|grady|hagan|rourke|flaherty|mahony|riordan|driscoll|dowd|halloran|loughlin|gorman|doherty|hanlon|farrell|regan|souza|angelo|amico|arcy|agostino|andrea|ambrosio|alessandro|aquila)$/#
    )
}
