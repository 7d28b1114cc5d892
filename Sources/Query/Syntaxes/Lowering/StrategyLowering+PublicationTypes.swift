import Literature

/// Reads publication types as the types that records state, as study designs, or as words.
extension StrategyLowering {
  /// A publication type: the equivalent if there is one, and the words.
  ///
  /// - Parameter isExploded: whether narrower types are found as well.
  mutating func type(_ name: String, isExploded: Bool) -> Lowered {
    guard let stated = PublicationTypes.stated(name) else {
      let words = Self.words(name)
      return Lowered(
        fallback: words, fallbackNotes: [StrategyNote.typeAsWords(words.queryText)],
        filterNotes: ["The publication type “\(name)” has no equivalent and was ignored."])
    }
    if leavesOutTypes {
      let words = Self.words(name)
      return Lowered(
        fallback: words, fallbackNotes: [StrategyNote.knownTypeAsWords(words.queryText)])
    }
    let narrower = PublicationTypes.narrower(name, isExploded: isExploded)
    let types = ([stated] + PublicationTypes.otherNames(name) + narrower).map {
      QueryTree.identifier(.type, $0)
    }
    // A kind of publication may have designs below it, which do not stand for it.
    var codes = PublicationTypes.codes(name, isExploded: isExploded)
    if !codes.isEmpty {
      codes += narrower.flatMap { PublicationTypes.codes($0, isExploded: isExploded) }
    }
    var designs = Filter()
    designs[codes: .method].wanted = Set(codes)
    let filters: [QueryTree] = codes.isEmpty ? [] : [.filter(designs)]
    let tree = QueryTree.alternatives(filters + types)
    if tree != .identifier(.type, Self.plain(name)) {
      note(
        "The publication type “\(name)” is read as \(tree.queryText)"
          + (codes.isEmpty
            ? "." : "; method: also finds designs that peerlit recognised in the text."))
    }
    return Lowered(tree: tree)
  }

  /// A name in the form of a type that a record states, if nothing else in it changes.
  private static func plain(_ name: String) -> String {
    if PublicationTypes.hasWildcard(name) { return name }
    return name.lowercased().split { !$0.isLetter }.joined(separator: " ")
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

extension QueryTree {
  /// The tree without the study designs that are alternatives to publication types: what a text
  /// looks like must not exclude a document.
  var withoutRecognisedDesigns: QueryTree {
    guard case .or(let parts) = self else { return mapOperands { $0.withoutRecognisedDesigns } }
    let stated = parts.filter { !$0.isDesign }
    return QueryTree.alternatives(
      (stated.isEmpty ? parts : stated).map { $0.withoutRecognisedDesigns })
  }

  /// Whether the tree is a filter by study designs.
  private var isDesign: Bool {
    guard case .filter(let filter) = self else { return false }
    return !filter[codes: .method].wanted.isEmpty
  }
}
