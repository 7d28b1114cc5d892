import Ranking
import SeededRandom

/// Random posting lists, with every form of block.
enum RandomPostings {
  /// - Parameter gaps: the differences between successive numbers; 1 gives consecutive ones.
  static func list(
    _ count: Int, gaps: ClosedRange<UInt32>, first: UInt32 = 0,
    _ random: inout SplitMix64
  ) -> [Posting] {
    var number = first
    return (0..<count).map { index in
      if index > 0 { number += UInt32.random(in: gaps, using: &random) }
      return Posting(number: number, impact: UInt8.random(in: 1...255, using: &random))
    }
  }

  /// Sizes and gaps that cover short lists, all forms, one and several rows, and full and partial
  /// blocks.
  static let shapes: [(count: Int, gaps: ClosedRange<UInt32>)] = [
    (1, 1...1), (2, 1...2), (127, 1...1), (128, 1...2), (129, 1...3), (1_000, 1...1),
    (1_000, 1...300), (5_000, 1...1), (20_000, 1...2), (9_000, 1...2_000), (4_000, 1...100_000),
    (700, 1...5_000_000), (3_000, 1...70),
    (3, 1...9), (4, 1...90_000), (5, 1...2), (6_000, 1...30), (3_000, 200...2_000),
  ]
}
