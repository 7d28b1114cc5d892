import Testing

import Retrieval

struct DisjointSetsTests {
  @Test func `numbers that are joined, directly or not, are one set`() {
    var sets = DisjointSets()
    #expect(sets.isEmpty && sets.sets() == [])
    for (left, right) in [(5, 2), (9, 7), (2, 7)] { sets.join(left, right) }
    sets.insert(4)
    sets.insert(5)
    #expect(sets.sets() == [[2, 5, 7, 9], [4]])
    #expect(sets.contains(9) && !sets.contains(3))
  }

  @Test func `joining many numbers in a row does not recurse`() {
    var sets = DisjointSets()
    for number in 0..<100_000 { sets.join(number, number + 1) }
    #expect(sets.sets().map(\.count) == [100_001])
  }
}
