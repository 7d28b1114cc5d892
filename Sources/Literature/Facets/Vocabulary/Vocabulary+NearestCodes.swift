import Analysis

extension Vocabulary {
  /// The largest share of letters in which a code and a misspelling of it differ.
  private static let farthest = 0.34
  /// The fewest letters of a word that two names share: not the C of “hepatitis C” and “C-RCT”.
  private static let shortest = 3
  /// The longest text that is compared, in letters, so that time stays bounded.
  private static let longest = 64
  /// A name that shares a word is at most this far, however many letters differ.
  private static let farthestShared = 0.6
  /// How much nearer a shared word brings a name, as a factor.
  private static let sharedFactor = 0.75
  /// How much farther synonyms are than codes and labels, which come first at equal distance.
  private static let synonymDistance = 0.02
  /// Codes that are farther than this are not suggested.
  private static let farthestSuggested = 0.5

  /// The codes that a mistyped or unknown one may mean, best first.
  ///
  ///     Vocabulary.standard.nearest(to: "randomized-trial", in: .method)
  ///     // ["randomised-trial", "non-randomised-trial", "cluster-randomised-trial"]
  ///
  /// A label, a synonym or an abbreviation leads to its code ("HCV", "rct"); otherwise codes and
  /// names are compared by edit distance (Damerau-Levenshtein, optimal string alignment), and
  /// shared words count more than shared letters. Names without a shared word must have two thirds
  /// of their letters in common. Case, spaces, underscores and hyphens make no difference.
  public func nearest(to text: String, in facet: FacetName, limit: Int = 3) -> [String] {
    let typed = Array(Self.nameKey(text).unicodeScalars.prefix(Self.longest))
    guard !typed.isEmpty else { return [] }
    let words = Set(typed.split(separator: "-").map(Array.init))
    var scored: [(distance: Double, code: String)] = []
    for entry in entries where entry.facet == facet {
      let names = [entry.code, entry.label] + entry.abbreviations + entry.synonyms
      var best = Double.infinity
      for (place, name) in names.enumerated() {
        let name = Array(Self.nameKey(name).unicodeScalars)
        var distance =
          Double(EditDistance.between(typed, name)) / Double(max(typed.count, name.count))
        let shared = name.split(separator: "-")
          .filter { $0.count >= Self.shortest && words.contains(Array($0)) }
        if !shared.isEmpty {
          distance = min(distance, Self.farthestShared) * Self.sharedFactor
        } else if distance > Self.farthest {
          continue
        }
        best = min(best, distance + (place > 1 ? Self.synonymDistance : 0))
      }
      if best <= Self.farthestSuggested { scored.append((best, entry.code)) }
    }
    // The sort is stable, so equal distances keep the order of the table.
    return scored.sorted { $0.distance < $1.distance }.prefix(limit).map(\.code)
  }
}
