import Literature

/// The codes of one facet, numbered, and which are wider than others.
struct CodeTree: Sendable {
  /// The wider codes of each code, as bits.
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

  /// The place of a code among those of its facet; they are beside each other in
  /// ``Vocabulary/entries``.
  func place(of number: Int) -> Int { number - first }
}
