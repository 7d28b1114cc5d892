import Ranking

extension Index {
  /// Documents drawn at random, in the order of the index.
  ///
  /// - Parameters:
  ///   - count: the number of documents; all if there are fewer.
  ///   - seed: the same seed draws the same documents from the same index.
  public func sample(_ count: Int, seed: UInt64) throws -> DocumentSelection {
    try use { try $0.sample(count, seed: seed) }
  }
}

extension Searcher {
  /// Selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S).
  func sample(_ count: Int, seed: UInt64) throws -> DocumentSelection {
    let all = snapshot.alive().numbers
    var random = PermutedCongruential(state: seed)
    var chosen: [UInt32] = []
    for (index, number) in all.enumerated() {
      let left = all.count - index
      if Int(random.next() % UInt64(left)) < count - chosen.count { chosen.append(number) }
    }
    return DocumentSelection(numbers: chosen, unknown: [], notes: [])
  }
}

/// A random number generator that depends only on its seed (PCG, O’Neill 2014).
private struct PermutedCongruential {
  var state: UInt64

  mutating func next() -> UInt64 {
    UInt64(half()) << 32 | UInt64(half())
  }

  private mutating func half() -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = UInt32(truncatingIfNeeded: ((state >> 18) ^ state) >> 27)
    let turn = UInt32(truncatingIfNeeded: state >> 59)
    return mixed >> turn | mixed << ((32 - turn) & 31)
  }
}
