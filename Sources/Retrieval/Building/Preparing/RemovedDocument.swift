import Analysis

/// The contents of the index for a document that is being removed, apart from its rows.
struct RemovedDocument {
  /// The number of its first passage; the others follow.
  var firstPassage: Int
  /// The terms of each of its passages.
  var terms: [Set<String>]
  /// Every occurrence of its words.
  var words: [CachedWord]
  /// The abbreviations that it defines.
  var abbreviations: [AbbreviationDefinition]

  /// The numbers of its passages.
  var passages: Range<Int> { firstPassage..<firstPassage + terms.count }

  /// The number of its passages in which each of its terms occurs.
  var passageCounts: [String: Int] {
    terms.reduce(into: [:]) { counts, terms in
      for term in terms { counts[term, default: 0] += 1 }
    }
  }
}
