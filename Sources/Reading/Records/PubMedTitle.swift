import Literature

/// Titles as PubMed writes them, with a full stop after each.
enum PubMedTitle {
  /// A title without the full stop that PubMed adds.
  ///
  /// A full stop of an abbreviation ("in the U.S.", "Acme Inc.") and an ellipsis are kept. The
  /// brackets around the translation of a title are kept as well: they say that the original has
  /// another title, and citations print them ("[Peer support in Norway]").
  static func withoutFullStop(_ title: String) -> String {
    guard title.hasSuffix("."), !title.hasSuffix("..") else { return title }
    let last = title.split(whereSeparator: \.isWhitespace).last ?? ""
    if isAbbreviation(last.dropLast()) { return title }
    return String(title.dropLast())
  }

  private static let abbreviations: Set<String> = [
    "al", "bros", "co", "corp", "dept", "dr", "etc", "inc", "jr", "ltd", "mr", "mrs", "ms",
    "prof", "sp", "spp", "sr", "st", "subsp", "univ", "vs",
  ]

  /// Whether a word is an abbreviation that ends with a full stop: "U.S", "Ph.D", "Inc".
  private static func isAbbreviation(_ word: Substring) -> Bool {
    let word = word.drop { "([\"'“‘".contains($0) }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1 {
      return parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isLetter) }
    }
    return abbreviations.contains(word.lowercased())
  }
}
