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
    return QueryTree.alternatives(parts)
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
}
