import Literature

/// Searches terms in the fields of peerlit.
extension StrategyLowering {
  /// A tree, searched in any of several fields.
  mutating func fielded(_ tree: QueryTree, _ fields: [StrategyField]?) -> QueryTree {
    guard let fields, !fields.isEmpty else { return tree }
    if let field = fields.compactMap(\.identifier).first, fields.count == 1,
      let tree = Self.identified(tree, field)
    {
      return tree
    }
    guard fields.allSatisfy({ $0.field != nil }) else {
      let missing = fields.filter { $0.field == nil }.map(\.rawValue)
      note("There is no field for \(missing.asAlternatives); the whole text is searched.")
      return tree.withHeadingsAsPhrases
    }
    if fields == [.journal] { note(StrategyNote.statedJournals) }
    let words = tree.withHeadingsAsPhrases
    var parts: [QueryTree] = []
    for field in fields {
      // Every heading is a keyword.
      if field == .subject, fields.contains(.keyword) { continue }
      if field == .subject, let headings = Self.identified(tree, .subject) {
        parts.append(headings)
        continue
      }
      if field == .subject { note(StrategyNote.longerHeadings) }
      guard let known = field.field else { continue }
      parts.append(.field(known, known == .author ? words.withApostrophes : words))
    }
    return Self.or(parts)
  }

  /// The documents with identifiers or with subject headings; `nil` if the tree has something else.
  private static func identified(_ tree: QueryTree, _ field: IdentifierField) -> QueryTree? {
    switch tree {
    case .word(let text), .identifier(_, let text): return .identifier(field, text)
    // An accession number with hyphens.
    case .phrase(let words) where field == .id:
      return .identifier(field, words.joined(separator: "-"))
    case .phrase, .prefix, .wildcard, .pre:
      if case .pre = tree, !tree.isPhraseOfPatterns { return nil }
      let name = tree.wildcardText
      // A name can't end with optional characters.
      return field != .subject || name.hasSuffix("?") ? nil : .identifier(field, name)
    case .or(let parts):
      let identified = parts.compactMap { Self.identified($0, field) }
      return identified.count == parts.count ? .or(identified) : nil
    default: return nil
    }
  }
}

extension QueryTree {
  /// The tree with the words of subject headings, where they are not searched as headings.
  fileprivate var withHeadingsAsPhrases: QueryTree {
    switch self {
    case .identifier(.subject, let name): Self.headingWords(name)
    case .pre(let distance, let parts):
      .pre(distance: distance, parts.map(\.withHeadingsAsPhrases))
    default: mapOperands(\.withHeadingsAsPhrases)
    }
  }

  /// The words of a subject heading.
  static func headingWords(_ name: String) -> QueryTree {
    let words = QueryCharacters.literalWords(StrategyText.scalars(name)[...])
    return words.count == 1 ? .word(words[0]) : .phrase(words)
  }

  /// The same names, also with or without the apostrophe that other platforms drop: “OBrien M” is
  /// “O'Brien M” as well.
  fileprivate var withApostrophes: QueryTree {
    switch self {
    case .word(let word): Self.spelt([word], as: self) { .word($0[0]) }
    case .prefix(let word): Self.spelt([word], as: self) { .prefix($0[0]) }
    case .phrase(let words): Self.spelt(words, as: self) { .phrase($0) }
    case .or(let parts): StrategyLowering.or(parts.map(\.withApostrophes))
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
