import Ranking
import SeededRandom
import Testing

/// Range queries on bit slices return the same as checking each number.
struct BitSlicedIndexTests {
  private static let unknown = UInt32.max

  @Test(arguments: [0, 1, 7, 2024, 100_000, UInt32.max - 1])
  func `ranges equal comparison`(highest: UInt32) {
    var random = SplitMix64(seed: UInt64(highest) &+ 1)
    for count in [0, 1, 63, 64, 65, 500] {
      let numbers = (0..<count).map { _ in
        Int.random(in: 0..<5, using: &random) == 0
          ? Self.unknown : UInt32.random(in: 0...highest, using: &random)
      }
      let slices = BitSlicedIndex(numbers, unknown: Self.unknown)
      let ends =
        (numbers.filter { $0 != Self.unknown }.prefix(20) + [0, 1, highest, .max - 1, .max])
      for lower in ends {
        for upper in ends where lower <= upper {
          let expected = numbers.indices.filter {
            numbers[$0] != Self.unknown && (lower...upper).contains(numbers[$0])
          }
          #expect(slices.rows(in: lower...upper).numbers.map(Int.init) == expected)
        }
      }
      let without = numbers.indices.filter { numbers[$0] == Self.unknown }
      #expect(slices.unknown(limit: count).numbers.map(Int.init) == without)
    }
  }
}
