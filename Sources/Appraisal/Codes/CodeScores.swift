/// The mentions of a facet gathered by code, each code with a score.
struct CodeScores {
  /// A code with what speaks for it.
  struct Candidate {
    var code: String
    /// The number of the code in ``Vocabulary/entries``, and those of the codes that are wider.
    var number: Int
    var wider: [Int]
    var score: Float
    /// Best first.
    var mentions: [Mention]
    var inTitle: Bool
  }

  /// Best first; equal scores in order of the code.
  private(set) var candidates: [Candidate] = []

  /// Gathers mentions whose weights are set.
  ///
  /// A sentence counts once for a code, by its best mention; the sentences of a code add up by
  /// falling shares, so that ten passing mentions are not ten times one.
  ///
  /// - Parameter shares: what the best sentence counts, the second, and so on; none beyond.
  init(_ mentions: [Mention], tables: PhraseTables, shares: [Float]) {
    // Works name few codes: a list is searched sooner than a table of hashes.
    var groups: [(number: Int, found: [Mention])] = []
    for mention in mentions where mention.weight > 0 {
      let number = tables.phrases[mention.phrase].number
      guard number >= 0 else { continue }
      if let place = groups.firstIndex(where: { $0.number == number }) {
        groups[place].found.append(mention)
      } else {
        groups.append((number, [mention]))
      }
    }
    for (number, found) in groups {
      let ordered = found.sorted {
        ($1.weight, $0.inTitle ? 0 : 1, $0.words.lowerBound)
          < ($0.weight, $1.inTitle ? 0 : 1, $1.words.lowerBound)
      }
      var score: Float = 0
      var seen: [Int] = []
      for mention in ordered {
        if seen.count == shares.count { break }
        let sentence = mention.inTitle ? -1 : mention.sentence
        if seen.contains(sentence) { continue }
        seen.append(sentence)
        score += mention.weight * shares[seen.count - 1]
      }
      candidates.append(
        Candidate(
          code: Vocabulary.standard.entries[number].code, number: number,
          wider: tables.phrases[ordered[0].phrase].wider,
          score: score, mentions: ordered, inTitle: ordered.contains { $0.inTitle }))
    }
    candidates.sort { ($1.score, $0.code) < ($0.score, $1.code) }
  }

  /// The candidate of a code.
  subscript(code: String) -> Candidate? { candidates.first { $0.code == code } }

  /// The score of a code; 0 when nothing speaks for it.
  func score(_ code: String) -> Float { self[code]?.score ?? 0 }
}
