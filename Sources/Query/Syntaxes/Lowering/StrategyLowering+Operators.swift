import Literature

/// Joins lowered parts by AND and NOT.
extension StrategyLowering {
  /// All of some trees; `nil` if there are none.
  static func and(_ trees: [QueryTree]) -> QueryTree? {
    let flat = trees.joinedByAnd
    return flat.count > 1 ? .and(flat) : flat.first
  }

  mutating func and(_ all: [Lowered]) throws(Malformed) -> Lowered {
    var parts = all
    if all.contains(where: \.isBetterLeftOut),
      all.contains(where: { !$0.isBetterLeftOut && !$0.isLeftOut })
    {
      parts.removeAll(where: \.isBetterLeftOut)
      let known = all.filter(\.isBetterLeftOut).map {
        $0.tree?.queryText ?? $0.filter.queryText
      }
      note(StrategyNote.leftOutAsWell(known))
    }
    var filter = Filter()
    for part in parts {
      filter.narrow(by: part.filter)
      if filter.levels > Filter.mostLevels {
        throw Malformed(
          "More than \(Filter.mostLevels) limits joined by AND", "Use fewer limits.", at: 0)
      }
      noteFilter(part)
    }
    let trees = parts.compactMap(\.tree)
    return Lowered(
      tree: Self.and(trees), filter: filter,
      isWider: parts.count < all.count || parts.contains { $0.isWider || $0.isLeftOut },
      isNarrower: parts.contains(where: \.isNarrower),
      missing: parts.filter { $0.isNarrower || trees.isEmpty }.flatMap(\.missing))
  }

  /// The parts of an excluded group, each of which can be excluded alone.
  ///
  /// One limit without an equivalent does not keep the others from being excluded.
  static func excludedParts(_ node: StrategyNode) -> [StrategyNode] {
    guard case .or(let parts) = node else { return [node] }
    var areYears = true
    for part in parts {
      switch part {
      case .years: break
      case .publicationType, .unsupported, .unsupportedLimit: areYears = false
      default: return [node]
      }
    }
    return areYears ? [node] : parts
  }

  /// The node that a part excludes from the parts beside it: of `EXCLUDE(…) OR EXCLUDE(…)`, both;
  /// `nil` if it is not an exclusion.
  static func exclusion(_ node: StrategyNode) -> StrategyNode? {
    switch node {
    case .without(let excluded): return excluded
    case .or(let parts), .and(let parts):
      var excluded: [StrategyNode] = []
      for part in parts {
        guard let more = exclusion(part) else { return nil }
        if case .or(let inner) = more { excluded += inner } else { excluded.append(more) }
      }
      return excluded.isEmpty ? nil : .or(excluded)
    default: return nil
    }
  }

  mutating func not(_ left: Lowered, _ right: Lowered) -> Lowered {
    var result = left
    result.lacksLimit = false
    noteFilter(left)
    noteFilter(right)
    result.filterNotes = []
    if right.isLeftOut {
      result.isWider = true
      return result
    }
    if right.isWider {
      // Excluding it would also exclude documents that were not meant.
      note("NOT was ignored because part of what it excludes has no equivalent.")
      result.isWider = true
      return result
    }
    if left.isLeftOut {
      note("NOT needs a term before it; it was left out.")
      result.isWider = true
      return result
    }
    var right = right
    if !isNative, let tree = right.tree {
      let stated = tree.withoutRecognisedDesigns
      if stated != tree {
        note(
          "NOT excludes only documents whose record states the publication type, not designs that "
            + "peerlit recognised in the text.")
        right.tree = stated
      }
    }
    let codes = right.filter[codes: .method].wanted
    if right.tree == nil, right.filter == Self.filter(codes) {
      result.filter[codes: .method].excluded.formUnion(codes)
    } else {
      let excluded = right.tree.map { $0.limited(by: right.filter) } ?? .filter(right.filter)
      result.tree = Self.and([left.tree, .not(excluded)].compactMap(\.self))
    }
    result.fallback = nil
    return result
  }

  /// The filter of only some study designs.
  private static func filter(_ codes: Set<String>) -> Filter {
    var filter = Filter()
    filter[codes: .method].wanted = codes
    return filter
  }
}
