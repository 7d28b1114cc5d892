import Literature

/// Which codes of a facet are wider than which.
struct FacetTree: Sendable {
  private let wider: [String: Set<String>]

  init(_ facet: FacetName, of vocabulary: Vocabulary = .standard) {
    var wider: [String: Set<String>] = [:]
    for code in vocabulary.codes(of: facet) {
      wider[code] = Set(vocabulary.ancestors(of: code, in: facet))
    }
    self.wider = wider
  }

  /// Whether the first code is wider than the second.
  func isAncestor(_ code: String, of other: String) -> Bool {
    wider[other]?.contains(code) ?? false
  }
}
