import Ranking
import SeededRandom
import Testing

/// Intersections equal those of sets, however long the lists are.
struct IntersectionTests {
  private static let limit: UInt32 = 120_000

  /// Numbers of which each is in the set with a probability, in two halves with a gap.
  private static func numbers(_ share: Double, _ random: inout SplitMix64) -> [UInt32] {
    (0..<limit).filter { number in
      !(40_000..<60_000).contains(number) && Double.random(in: 0..<1, using: &random) < share
    }
  }

  @Test(arguments: [
    [0.3], [0.5, 0.4], [0.02, 0.5], [0.5, 0.001], [0.9, 0.3, 0.4], [0.8, 0.02, 0.03],
    [0.0005, 0.6, 0.001], [1, 1], [0.1, 0.1, 0.1, 0.5],
  ])
  func `lists of any lengths`(shares: [Double]) throws {
    var random = SplitMix64(seed: 7)
    let sets = shares.map { Self.numbers($0, &random) }
    let expected = sets.dropFirst().reduce(Set(sets[0])) { $0.intersection($1) }.sorted()
    let lists = try sets.map { numbers in
      let rows = PostingRows(numbers.map { Posting(number: $0, impact: UInt8($0 % 255 + 1)) })
      return try #require(PostingCursor(rows: rows))
    }
    var all = Intersection(lists)
    var found: [UInt32] = []
    var start: UInt32 = 0
    while let number = all.next(start) {
      found.append(number)
      start = number + 1
    }
    #expect(found == expected)
    // Leaps over many numbers, within a window and beyond it.
    var some = Intersection(lists.map(\.rewound))
    start = 0
    while start < Self.limit {
      let number = some.next(start)
      #expect(number == expected.first { $0 >= start })
      for index in some.cursors.indices {
        guard let number else { continue }
        #expect(some.cursors[index].impact(of: number) == UInt8(number % 255 + 1))
      }
      guard let number else { break }
      start = number + UInt32.random(in: 1...10_000, using: &random)
    }
  }
}
