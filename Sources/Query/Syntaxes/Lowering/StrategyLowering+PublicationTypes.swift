import Literature

/// Reads publication types as study designs, as the types that records state, or as words.
extension StrategyLowering {
  /// A publication type: the equivalent if there is one, and the words.
  mutating func type(_ name: String) -> Lowered {
    let codes = PublicationTypes.codes(name)
    let stated = PublicationTypes.stated(name)
    var filter = Filter()
    filter[codes: .method].wanted = Set(codes)
    if !hasOnlyFilters, let stated, codes.isEmpty || PublicationTypes.isVague(name) {
      let design: [QueryTree] = codes.isEmpty ? [] : [.filter(filter)]
      let names = [stated] + PublicationTypes.otherNames(name)
      let tree = Self.or(design + names.map { QueryTree.identifier(.type, $0) })
      note("The publication type “\(name)” is read as \(tree.queryText).")
      return Lowered(tree: tree)
    }
    var lowered = Lowered(filter: filter, fallback: Self.words(name))
    if !codes.isEmpty {
      lowered.filterNotes = [
        "The publication type “\(name)” is read as \(filter.queryText)."
      ]
    } else if stated == nil {
      lowered.filterNotes = [
        "The publication type “\(name)” has no equivalent and was ignored."
      ]
    }
    return lowered
  }

  /// The words of a name, which may end with wildcards.
  private static func words(_ name: String) -> QueryTree {
    let words = name.split(separator: " ").map(String.init)
    guard words.contains(where: { $0.hasSuffix("*") }) else { return .phrase(words) }
    let leaves = words.map { word -> QueryTree in
      word.hasSuffix("*") ? .prefix(String(word.dropLast())) : .word(word)
    }
    return StrategyTerms.phrase(leaves) ?? .nothing
  }
}
