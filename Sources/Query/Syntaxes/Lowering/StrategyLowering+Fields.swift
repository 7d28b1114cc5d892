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
    let known = fields.compactMap(\.field)
    guard known.count == fields.count else {
      let missing = fields.filter { $0.field == nil }.map(\.rawValue)
      note(
        "There is no field for \(missing.joined(separator: " and ")); the whole text is searched.")
      return tree
    }
    return known.count == 1
      ? .field(known[0], tree) : .or(known.map { .field($0, tree) })
  }

  /// The documents with identifiers; `nil` if the tree has something else.
  private static func identified(_ tree: QueryTree, _ field: IdentifierField) -> QueryTree? {
    switch tree {
    case .word(let text), .identifier(_, let text): return .identifier(field, text)
    case .or(let parts):
      let identified = parts.compactMap { Self.identified($0, field) }
      return identified.count == parts.count ? .or(identified) : nil
    default: return nil
    }
  }
}
