import Literature

/// The filters and the order that PubMed writes after a search.
enum PubMedFilters {
  /// Where they begin.
  static let start =
    SharedRegex(#/\b(?:Sort by|Filters(?:\s+(?:activated|applied))?):|-\s+Schema:\s/#)

  /// Whether a search has them; a number after them that is not a year is a hit count.
  static func follow(_ search: Substring) -> Bool { search.contains(start) }
}
