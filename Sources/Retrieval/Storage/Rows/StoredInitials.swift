import Literature

// Short forms of the names that are stored with each value of a document. Whole names would take
// megabytes.

extension FacetName {
  /// The first letters of its words: `ss` for `sample_size`.
  package var initials: String {
    String(rawValue.split(separator: "_").compactMap(\.first))
  }
}

extension Origin {
  /// Its first letter: `e` for `extracted`.
  package var initial: String { String(rawValue.prefix(1)) }

  /// The origin with an initial; `nil` for other texts.
  init?(initial: Substring) {
    guard let origin = Self.allCases.first(where: { $0.initial == initial }) else { return nil }
    self = origin
  }
}
