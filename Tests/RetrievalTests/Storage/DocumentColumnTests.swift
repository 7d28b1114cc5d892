import Ranking
import Retrieval
import SeededRandom
import Testing

/// Columns are decoded as they were encoded, as arrays and as both forms of sets.
struct DocumentColumnTests {
  @Test(arguments: [0, 1, 10, 4_000, 4_096, 4_097, 30_000, 65_536])
  func `members come back, in the smaller form`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let members = (0..<65_536).shuffled(using: &random).prefix(count).sorted().map { UInt16($0) }
    let data = DocumentColumn.data(members: members)
    let isSame = DocumentColumn.members(data) == members
    #expect(isSame)
    #expect(data.count == min(1 + 2 * count, 1 + 8192))
    for block in [0, 2] {
      var set = Bitmap(limit: 3 * 65_536)
      DocumentColumn.insert(data, block: block, into: &set)
      let expected = members.map { UInt32($0) + UInt32(block * 65_536) }
      let holds = set.numbers == expected
      #expect(holds)
    }
  }

  @Test func `numbers come back`() {
    let numbers: [UInt32] = [0, 1, 65_536, .max, 2015, 1 << 31]
    #expect(DocumentColumn.values(DocumentColumn.data(numbers)) == numbers)
    #expect(DocumentColumn.values([1, 0, 0, 0, 9]) == [1])
  }

  @Test func `damaged bytes never crash`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let count = Int.random(in: 0...9_000, using: &random)
      let data = (0..<count).map { _ in UInt8.random(in: 0...3, using: &random) }
      var set = Bitmap(limit: 1_000)
      DocumentColumn.insert(data, block: Int.random(in: 0...3, using: &random), into: &set)
      #expect(set.count <= 1_024)
    }
  }
}
