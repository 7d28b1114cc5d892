import Ranking
import SeededRandom
import Testing

/// Phrases equal those found by looking at every passage.
struct PhraseMatcherTests {
  private static func impact(_ passage: Int, _ word: Int) -> UInt8 {
    UInt8(1 + (passage * 7 + word * 53) % 255)
  }

  /// The lists of a phrase's words in texts; `nil` if a word does not occur.
  private static func matcher(_ texts: [[Int]], _ phrase: [Int]) -> PhraseMatcher? {
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for word in phrase {
      var list: [Posting] = []
      var raw = RawPostings()
      for (passage, text) in texts.enumerated() where text.contains(word) {
        list.append(Posting(number: UInt32(passage), impact: impact(passage, word)))
        raw.begin(UInt32(passage))
        var previous: UInt16 = 0
        for (position, found) in text.enumerated() where found == word {
          raw.add(position: UInt16(position), after: previous)
          previous = UInt16(position)
        }
      }
      guard !list.isEmpty, let cursor = PostingCursor(rows: PostingRows(list)) else { return nil }
      postings.append(cursor)
      positions.append(PositionCursor(rows: PostingRows(rows: PositionLayout.rows(raw)), key: 0))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: .inOrder)
  }

  @Test(arguments: 1...4)
  func `phrases of words that are rare, frequent and repeated`(words: Int) throws {
    var random = SplitMix64(seed: UInt64(words))
    var found = 0
    for round in 0..<16 {
      // The first words are the most frequent.
      let vocabulary = Int.random(in: 2...12, using: &random)
      let texts = (0..<2500).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          min(
            Int.random(in: 0..<vocabulary, using: &random),
            Int.random(in: 0..<vocabulary, using: &random))
        }
      }
      let phrase = (0..<words).map { _ in Int.random(in: 0..<vocabulary, using: &random) }
      let expected = texts.indices.compactMap { passage -> Posting? in
        let text = texts[passage]
        let starts = text.indices.filter { text[$0...].starts(with: phrase) }
        if starts.isEmpty { return nil }
        let sum = phrase.reduce(0) { $0 + Int(Self.impact(passage, $1)) }
        return Posting(
          number: UInt32(passage), impact: UInt8(max(1, (sum + words / 2) / words)))
      }
      found += expected.count
      let range: Range<UInt32> = round % 2 == 0 ? 0..<2500 : 300..<1800
      let inRange = expected.filter { range.contains($0.number) }
      var all: [Posting] = []
      var matcher = Self.matcher(texts, phrase)
      matcher?.forEach(in: range) { all.append(Posting(number: $0, impact: $1)) }
      #expect(all == inRange, "\(phrase)")
      // Documents of no, one or several passages.
      var first: [UInt32] = [0]
      while let last = first.last, last < 2500 {
        first.append(min(2500, last + UInt32.random(in: 0...4, using: &random)))
      }
      let map = PassageMap(firstPassage: first)
      let share = [0.02, 0.3, 0.9].randomElement(using: &random) ?? 0.3
      let kept = (0..<UInt32(first.count - 1)).filter { _ in
        Double.random(in: 0..<1, using: &random) < share
      }
      let documents = Bitmap(limit: first.count, kept)
      let passages = kept.flatMap { Array(map.passages(of: $0)) }
      for accepted: AcceptedDocuments in [
        .documents(documents, map), .few(SortedIDs(passages)),
        .ids(Bitmap(limit: 2500, passages)),
        .except(Bitmap(limit: 2500, Set(0..<2500).subtracting(passages))),
      ] {
        var some: [Posting] = []
        matcher = Self.matcher(texts, phrase)
        matcher?.forEach(in: range, accepted: accepted) {
          some.append(Posting(number: $0, impact: $1))
        }
        #expect(some == inRange.filter { passages.contains($0.number) }, "\(phrase)")
      }
      var top = TopK(limit: 10)
      matcher = Self.matcher(texts, phrase)
      matcher?.run(weight: 3, accepted: .all, range: range, into: &top)
      let best = inRange.sorted { ($1.impact, $0.number) < ($0.impact, $1.number) }.prefix(10)
      #expect(
        top.sorted == best.map { Scored(number: $0.number, score: 3 * UInt32($0.impact)) },
        "\(phrase)")
    }
    #expect(found > 100)
  }
}
