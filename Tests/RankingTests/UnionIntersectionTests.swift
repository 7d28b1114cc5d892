import Ranking
import SeededRandom
import Testing

/// Intersections of unions equal those of sets, however long the lists are.
struct UnionIntersectionTests {
  private static let limit: UInt32 = 60_000

  /// The shares of all numbers in the lists of each union.
  private static let shares: [[[Double]]] = [
    [[0.3]], [[0.01], [0.5]], [[0.01], [0.02]], [[0.5], [0.01], [0.02], [0.4]],
    [[0.2], [0.3], [0.6]], [[0.0005], [0.9], [0.001]], [[0.01], [0.1, 0.2], [0.05]],
    [[0.001, 0.002], [0.3], [0.4]], [[0.02], []], [[], []], [], [[1], [1]],
    [[0.02], [0.001, 0.0005, 0.1], [0.9]],
  ]

  @Test(arguments: shares)
  func `lists of any lengths`(shares: [[Double]]) throws {
    var random = SplitMix64(seed: 11)
    let sets = shares.map { union in
      union.map { share in
        (0..<Self.limit).filter { number in
          !(20_000..<30_000).contains(number) && Double.random(in: 0..<1, using: &random) < share
        }
      }
    }
    let cursors = try sets.map { union in
      try union.map { numbers in
        let rows = PostingRows(numbers.map { Posting(number: $0, impact: UInt8($0 % 255 + 1)) })
        return try #require(PostingCursor(rows: rows))
      }
    }
    let unions = sets.map { Set($0.joined()) }
    let common = unions.dropFirst().reduce(unions.first ?? []) { $0.intersection($1) }
    var found = Bitmap(limit: Int(Self.limit))
    found.insert(25_000)
    UnionIntersection(cursors, limit: Int(Self.limit))
      .insert(into: &found, of: Int(Self.limit))
    let isSame = found.numbers == common.union([25_000]).sorted()
    #expect(isSame)
  }
}
