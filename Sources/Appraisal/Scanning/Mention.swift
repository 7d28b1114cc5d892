import Literature

/// A phrase of a facet where it occurs in a document.
struct Mention {
  /// Number of the phrase in ``PhraseTables/phrases``.
  var phrase: Int
  /// Whether it occurs in the title; otherwise in the text.
  var inTitle: Bool
  /// First and last word.
  var words: ClosedRange<Int>
  /// Number of the sentence.
  var sentence: Int
  /// The log-odds that the mention means a code of the document (``MentionModel``).
  var odds: Float = 0
}

extension ScannedText {
  /// The mentions of a facet: the longest phrase wins where several cover the same words, and what
  /// a masking phrase covers is dropped.
  func mentions(of facet: FacetName, tables: PhraseTables) -> [Mention] {
    var found: [Mention] = []
    for (match, place) in zip(matches, places) where place >= 0 {
      guard tables.phrases[Int(match.phrase)].facet == facet else { continue }
      found.append(
        Mention(
          phrase: Int(match.phrase), inTitle: field == .title,
          words: Int(match.first)...Int(match.last), sentence: Int(place)))
    }
    guard !found.isEmpty else { return [] }
    found.sort {
      ($0.words.lowerBound, -$0.words.upperBound, $0.phrase)
        < ($1.words.lowerBound, -$1.words.upperBound, $1.phrase)
    }
    var kept: [Mention] = []
    // Mentions that reach beyond the place looked at; few, as phrases are short.
    var open: [Mention] = []
    for mention in found {
      open.removeAll { $0.words.upperBound < mention.words.lowerBound }
      let code = tables.phrases[mention.phrase].code
      let isCovered = open.contains { other in
        other.words.lowerBound <= mention.words.lowerBound
          && other.words.upperBound >= mention.words.upperBound
          && tables.covers(tables.phrases[other.phrase], code, of: facet)
          && (other.words != mention.words || tables.phrases[other.phrase].code == code)
      }
      if isCovered { continue }
      kept.append(mention)
      open.append(mention)
    }
    let masked = kept.filter { tables.phrases[$0.phrase].code == nil }.map(\.words)
    return kept.filter { mention in
      tables.phrases[mention.phrase].code != nil && !masked.contains(mention.words)
    }
  }
}
