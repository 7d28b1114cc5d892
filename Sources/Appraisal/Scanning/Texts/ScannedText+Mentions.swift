import Literature

extension ScannedText {
  /// The mentions of each facet, in the order of ``PhraseTables/facets``: if several phrases cover
  /// the same words, the longest wins, and mentions covered by a masking phrase are dropped.
  func mentions(_ tables: PhraseTables) -> [[Mention]] {
    var found = Array(repeating: [Mention](), count: PhraseTables.facets.count)
    for (match, place) in zip(matches, places) where place >= 0 {
      let facet = tables.traits[Int(match.phrase)].facet
      guard facet >= 0 else { continue }
      let mention = Mention(
        phrase: Int(match.phrase), inTitle: field == .title,
        words: Int(match.first)...Int(match.last), sentence: Int(place))
      // Matches are sorted by their first words, so few mentions have to move.
      var at = found[facet].count
      found[facet].append(mention)
      while at > 0, mention.precedes(found[facet][at - 1]) {
        found[facet].swapAt(at, at - 1)
        at -= 1
      }
    }
    for facet in found.indices where !found[facet].isEmpty {
      Self.drop(&found[facet], ofFacet: facet, tables)
    }
    return found
  }

  /// Drops mentions covered by others, and masking phrases with what they mask.
  private static func drop(_ found: inout [Mention], ofFacet facet: Int, _ tables: PhraseTables) {
    var kept = 0
    // The first mention that may extend beyond the current index; phrases are short.
    var open = 0
    for at in found.indices {
      let mention = found[at]
      let number = tables.traits[mention.phrase].number
      var isCovered = false
      while open < kept, found[open].words.upperBound < mention.words.lowerBound { open += 1 }
      for place in open..<kept {
        let other = found[place]
        guard other.words.upperBound >= mention.words.upperBound else { continue }
        let covering = tables.traits[other.phrase].number
        if tables.covers(covering, number, ofFacet: facet),
          other.words != mention.words || covering == number
        {
          isCovered = true
          break
        }
      }
      if isCovered { continue }
      found[kept] = mention
      kept += 1
    }
    found.removeLast(found.count - kept)
    // Mentions of the same words are adjacent.
    var left = 0
    var at = 0
    while at < kept {
      var end = at + 1
      while end < kept, found[end].words == found[at].words { end += 1 }
      let isMasked = (at..<end).contains { tables.traits[found[$0].phrase].number < 0 }
      for place in at..<end where !isMasked {
        found[left] = found[place]
        left += 1
      }
      at = end
    }
    found.removeLast(kept - left)
  }
}

extension Mention {
  /// The order in which mentions are examined: by their first word, the longest first.
  fileprivate func precedes(_ other: Mention) -> Bool {
    if words.lowerBound != other.words.lowerBound {
      return words.lowerBound < other.words.lowerBound
    }
    if words.upperBound != other.words.upperBound {
      return words.upperBound > other.words.upperBound
    }
    return phrase < other.phrase
  }
}
