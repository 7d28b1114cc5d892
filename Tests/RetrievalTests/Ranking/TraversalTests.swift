import Testing

import Retrieval

/// The best texts are those of scoring every text, however many are allowed and in whatever form.
struct TraversalTests {
  /// Lists of one segment: by number, the impact.
  private static func lists(
    _ densities: [Double], limit: UInt32, _ random: inout SeededGenerator
  ) -> [[Posting]] {
    densities.map { density in
      let list = (0..<limit).compactMap { number in
        Double.random(in: 0..<1, using: &random) < density
          ? Posting(number: number, impact: UInt8.random(in: 1...255, using: &random)) : nil
      }
      return list.isEmpty ? [Posting(number: limit / 2, impact: 9)] : list
    }
  }

  @Test(arguments: [0.00005, 0.001, 0.01, 0.1, 0.5, 1])
  func `few, many and all`(share: Double) throws {
    var random = SeededGenerator(state: UInt64(share * 1_000_000))
    let limit: UInt32 = 40_000
    for densities in [[0.3, 0.02], [0.001, 0.0004, 0.2], [0.9], [0.05, 0.05, 0.05, 0.0001]] {
      let lists = Self.lists(densities, limit: limit, &random)
      let weights = densities.map { _ in UInt32.random(in: 1...9000, using: &random) }
      let allowed = (0..<limit).filter { _ in Double.random(in: 0..<1, using: &random) < share }
      var scores = [UInt32](repeating: 0, count: Int(limit))
      for (list, weight) in zip(lists, weights) {
        for posting in list { scores[Int(posting.number)] += weight * UInt32(posting.impact) }
      }
      for count in [1, 10, 500] {
        let expected = allowed.filter { scores[Int($0)] > 0 }
          .sorted { (scores[Int($1)], $0) < (scores[Int($0)], $1) }
          .prefix(count).map { Scored(number: $0, score: scores[Int($0)]) }
        for form in [
          Allowed.few(FewNumbers(allowed)), .numbers(NumberSet(limit: Int(limit), allowed)),
        ] {
          let groups = try zip(lists, weights).map { list, weight in
            let cursor = try #require(PostingCursor(rows: PostingRows(list)))
            return TermGroup(members: [.init(cursor)], weight: weight)
          }
          var top = TopScores(limit: count)
          Traversal(groups: groups, allowed: form, range: 0..<limit).run(into: &top)
          #expect(top.sorted == Array(expected), "\(densities), \(count) best")
        }
      }
    }
  }
}
