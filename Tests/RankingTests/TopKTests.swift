import Ranking
import SeededRandom
import Testing

/// The best scores equal those of sorting all scores.
struct TopKTests {
  @Test(arguments: [0, 1, 2, 10, 1_000])
  func `the best are kept, equal ones by number`(limit: Int) {
    var random = SplitMix64(seed: UInt64(limit))
    for _ in 0..<60 {
      let count = Int.random(in: 0...400, using: &random)
      let all = (0..<count).map { index in
        Scored(number: UInt32(index * 3), score: UInt32.random(in: 1...40, using: &random))
      }
      var top = TopK(limit: limit)
      for scored in all { top.offer(scored.number, scored.score) }
      let sorted = all.sorted {
        $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number
      }
      #expect(top.sorted == Array(sorted.prefix(limit)))
      #expect(top.isEmpty == (limit == 0 || count == 0))
      if limit > 0, count >= limit { #expect(top.threshold == sorted[limit - 1].score) }
    }
  }
}
