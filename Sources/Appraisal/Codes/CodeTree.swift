import Literature

/// The numbered codes of one facet and their hierarchy.
struct CodeTree: Sendable {
  /// The broader codes of each code, as bits.
  let wider: [UInt64]
  /// The number of codes.
  var count: Int { wider.count }
  private let first: Int

  init(_ facet: FacetName, vocabulary: Vocabulary = .standard) {
    let codes = vocabulary.codes(of: facet)
    let first = codes.first.flatMap { vocabulary.number(of: $0, in: facet) } ?? 0
    self.first = first
    wider = codes.map { code in
      vocabulary.ancestors(of: code, in: facet)
        .compactMap { vocabulary.number(of: $0, in: facet) }
        .reduce(0) { $0 | 1 << UInt64($1 - first) }
    }
  }

  /// The index of a code among those of its facet, which are contiguous in ``Vocabulary/entries``.
  func place(of number: Int) -> Int { number - first }
}
