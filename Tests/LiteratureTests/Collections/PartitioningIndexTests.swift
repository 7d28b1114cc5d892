import Literature
import SeededRandom
import Testing

struct PartitioningIndexTests {
  @Test(arguments: 0..<40)
  func `the index is that of a search from the beginning`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    // Repeated numbers, and gaps between them.
    let numbers = (0..<count).map { _ in Int.random(in: 0...30, using: &random) }.sorted()
    for wanted in -1...31 {
      let linear = numbers.firstIndex { $0 >= wanted } ?? numbers.endIndex
      #expect(numbers.partitioningIndex { $0 >= wanted } == linear)
      let part = numbers.dropFirst(count / 3)
      #expect(
        part.partitioningIndex { $0 > wanted } == part.firstIndex { $0 > wanted } ?? part.endIndex)
    }
  }

  @Test func `a range is searched by its numbers`() {
    #expect((3..<1_000_000).partitioningIndex { $0 * $0 >= 1_000_000 } == 1000)
    #expect((3..<10).partitioningIndex { _ in true } == 3)
    #expect((3..<10).partitioningIndex { _ in false } == 10)
  }
}
