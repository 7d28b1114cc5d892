import Ranking
import SeededRandom
import Testing

/// Phrases equal those found by looking at every passage.
struct PhraseMatcherTests {
  private static func impact(_ passage: Int, _ word: Int) -> UInt8 {
    UInt8(1 + (passage * 7 + word * 53) % 255)
  }

  /// The lists of a phrase's words in texts; `nil` if a word does not occur.
  private static func matcher(
    _ texts: [[Int]], _ phrase: [Int], _ shape: PhraseMatcher.Shape = .inOrder
  ) -> PhraseMatcher? {
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
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
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

  /// Lists of several rows, so long that they are joined in windows, or much longer than another.
  @Test(arguments: [[1, 2], [0, 3], [3, 0], [0, 1, 2], [4, 1], [2, 2], [0, 4, 0]])
  func `phrases and proximities in long lists`(phrase: [Int]) throws {
    var random = SplitMix64(seed: 11)
    let shares = [0.9, 0.5, 0.4, 0.06, 0.002]
    let texts = (0..<50_000).map { _ in
      (0..<5).flatMap { _ in
        shares.indices.filter { Double.random(in: 0..<1, using: &random) < shares[$0] }.shuffled(
          using: &random)
      }
    }
    func expected(_ matches: ([Int]) -> Bool) -> [Posting] {
      texts.indices.filter { matches(texts[$0]) }.map { passage in
        let sum = phrase.reduce(0) { $0 + Int(Self.impact(passage, $1)) }
        return Posting(
          number: UInt32(passage),
          impact: UInt8(max(1, (sum + phrase.count / 2) / phrase.count)))
      }
    }
    let inOrder = expected { text in text.indices.contains { text[$0...].starts(with: phrase) } }
    var found: [Posting] = []
    var matcher = Self.matcher(texts, phrase)
    matcher?.forEach(in: 0..<50_000) { found.append(Posting(number: $0, impact: $1)) }
    #expect(found == inOrder)
    for (limit, range) in [(1, 0..<50_000), (10, 0..<50_000), (100, 7000..<41_000)]
      as [(Int, Range<UInt32>)]
    {
      var top = TopK(limit: limit)
      matcher = Self.matcher(texts, phrase)
      matcher?.run(weight: 5, accepted: .all, range: range, into: &top)
      let best = inOrder.filter { range.contains($0.number) }
        .sorted { ($1.impact, $0.number) < ($0.impact, $1.number) }.prefix(limit)
      #expect(top.sorted == best.map { Scored(number: $0.number, score: 5 * UInt32($0.impact)) })
    }
    // Of two different words, all within a text are near enough; of the same word, each is near
    // itself.
    let near = expected { text in phrase.allSatisfy(text.contains) }
    found = []
    matcher = Self.matcher(texts, phrase, .near(1000))
    matcher?.forEach(in: 0..<50_000) { found.append(Posting(number: $0, impact: $1)) }
    #expect(found == near)
  }
}
