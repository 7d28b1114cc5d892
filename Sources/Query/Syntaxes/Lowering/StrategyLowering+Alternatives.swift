import Literature

/// Lowers alternatives; some may be filters or lack an equivalent.
extension StrategyLowering {
  mutating func or(
    _ parts: [StrategyNode], _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    // Alternatives that are only terms are searched in the fields together.
    if let fields, let trees = Self.terms(parts) {
      return Lowered(tree: fielded(QueryTree.alternatives(trees), fields))
    }
    let outer = leavesOutTypes
    leavesOutTypes = outer || Self.hasUnknownType(parts)
    defer { leavesOutTypes = outer }
    var lowered: [Lowered] = []
    for part in parts { lowered.append(try lower(part, fields)) }
    let hasUnsupported = lowered.contains(where: \.isLeftOut)
    let isWider = lowered.contains(where: \.isWider)
    let isNarrower = lowered.contains { $0.isEmpty || $0.isNarrower }
    let lacksLimit = parts.contains(where: Self.isLimit) || lowered.contains(where: \.lacksLimit)
    let missing = lowered.filter { $0.isEmpty || $0.isNarrower }.flatMap(\.missing)
    lowered.removeAll(where: \.isEmpty)
    if lowered.isEmpty { return Lowered(missing: missing) }
    if lowered.allSatisfy({ $0.tree == nil }) {
      let fallbacks = lowered.compactMap(\.fallback)
      var group = Lowered(fallback: fallbacks.isEmpty ? nil : QueryTree.alternatives(fallbacks))
      group.fallbackNotes = lowered.flatMap(\.fallbackNotes)
      group.standsAlone = lowered.allSatisfy(\.standsAlone)
      group.filterNotes = lowered.flatMap(\.filterNotes)
      group.isWider = isWider
      if !hasUnsupported {
        guard Self.areAlternatives(lowered.map(\.filter)) else { throw Self.limitAlone }
        for part in lowered {
          group.filter.merge(part.filter)
          if group.filter.hasTooManyRanges { throw Malformed.tooManyRanges(at: 0) }
        }
      } else if lowered.contains(where: { !$0.filter.isEmpty })
        || parts.contains(where: { Self.knownType($0) != nil })
      {
        // A filter without one of its alternatives would exclude documents that the alternative
        // finds.
        group.filterNotes = lowered.filter(\.filter.isEmpty).flatMap(\.filterNotes)
        let known =
          parts.compactMap(Self.knownType)
          + lowered.map(\.filter.queryText).filter { !$0.isEmpty }
        group.filterNotes.append(StrategyNote.leftOutAsWell(known))
      }
      return group
    }
    if lowered.allSatisfy({ $0.tree != nil && $0.filter == lowered[0].filter }) {
      return Lowered(
        tree: QueryTree.alternatives(lowered.compactMap(\.tree)), filter: lowered[0].filter,
        isWider: isWider,
        isNarrower: isNarrower, lacksLimit: lacksLimit, missing: missing)
    }
    var trees: [QueryTree] = []
    for part in lowered {
      if let tree = part.tree {
        guard !tree.isOnlyNegative else { throw Self.limitAlone }
        trees.append(tree.limited(by: part.filter))
      } else if !part.filter.isEmpty {
        noteFilter(part)
        trees.append(.filter(part.filter))
      } else if let fallback = part.fallback {
        for text in part.fallbackNotes { note(text) }
        trees.append(fallback)
      } else {
        throw Self.limitAlone
      }
    }
    return Lowered(
      tree: QueryTree.alternatives(trees), isWider: isWider, isNarrower: isNarrower,
      lacksLimit: lacksLimit,
      missing: missing)
  }

  /// Whether alternatives are publication types, and at least one has no equivalent.
  private static func hasUnknownType(_ parts: [StrategyNode]) -> Bool {
    var hasUnknown = false
    for part in parts {
      guard case .publicationType(let name, _) = part else { return false }
      hasUnknown = hasUnknown || !PublicationTypes.isKnown(name)
    }
    return hasUnknown
  }

  /// The name of a part that is a publication type with an equivalent; `nil` for other parts.
  private static func knownType(_ part: StrategyNode) -> String? {
    guard case .publicationType(let name, _) = part, PublicationTypes.isKnown(name) else {
      return nil
    }
    return name
  }

  /// Whether a part is a limit that has no equivalent and that most documents may meet.
  private static func isLimit(_ part: StrategyNode) -> Bool {
    if case .unsupportedLimit = part { true } else { false }
  }

  /// The error for alternatives that only exclude, or only limit by several facets.
  private static var limitAlone: Malformed {
    Malformed(
      "A limit without search terms next to OR", "Combine the limit with a term by AND.", at: 0)
  }

  /// Whether documents that pass any of some filters are those that pass all their conditions
  /// merged into one filter.
  private static func areAlternatives(_ filters: [Filter]) -> Bool {
    let facets = FacetDefinition.filters.map(\.name).filter { facet in
      filters.contains { !$0[codes: facet].isEmpty || !$0[range: facet].isEmpty }
    }
    return facets.count < 2
      && filters.allSatisfy { filter in
        filter.further.isEmpty && facets.allSatisfy { filter[codes: $0].excluded.isEmpty }
      }
  }

  /// The terms of alternatives; `nil` if some are not terms.
  private static func terms(_ parts: [StrategyNode]) -> [QueryTree]? {
    var trees: [QueryTree] = []
    for part in parts {
      switch part {
      case .term(let term): trees.append(term)
      case .or(let inner):
        guard let more = terms(inner) else { return nil }
        trees += more
      default: return nil
      }
    }
    return trees
  }
}
