import Ranking
import SeededRandom
import Testing

/// A set of bits behaves as a set of numbers.
struct BitmapTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1_000, 5_000])
  func `operations agree with Set`(limit: Int) {
    var random = SplitMix64(seed: UInt64(limit))
    for _ in 0..<40 {
      var bits = Bitmap(limit: limit)
      var set = Set<UInt32>()
      #expect(bits.limit >= limit)
      let top = UInt32(bits.limit)
      for _ in 0..<60 {
        let number = UInt32.random(in: 0...top + 70, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          bits.remove(number)
          set.remove(number)
        case 1:
          let range = number..<number + UInt32.random(in: 0...200, using: &random)
          bits.insert(range)
          set.formUnion(range.filter { $0 < top })
        default:
          bits.insert(number)
          if number < top { set.insert(number) }
        }
        #expect(bits.contains(number) == set.contains(number))
      }
      let sorted = set.sorted()
      #expect(bits.numbers == sorted)
      #expect(bits.count == set.count)
      #expect(bits.isEmpty == set.isEmpty)
      for number in stride(from: 0, through: top + 65, by: 13) {
        #expect(bits.next(number) == sorted.first { $0 >= number })
        let range = number..<number + 100
        #expect(bits.count(in: range) == sorted.filter(range.contains).count)
      }
      let otherLimit = Int.random(in: 0...limit + 100, using: &random)
      let others = Set(
        (0..<50).map { _ in UInt32.random(in: 0...UInt32(limit + 99), using: &random) })
      let other = Bitmap(limit: otherLimit, others)
      let known = others.filter { $0 < other.limit }
      var union = bits
      union.formUnion(other)
      #expect(Set(union.numbers) == set.union(known.filter { $0 < top }))
      var both = bits
      both.formIntersection(other)
      #expect(Set(both.numbers) == set.intersection(known))
      var rest = bits
      rest.subtract(other)
      #expect(Set(rest.numbers) == set.subtracting(known))
    }
  }

  @Test func `bits of bytes are added from a word on`() {
    var set = Bitmap(limit: 200)
    set.insertBits([0b1000_0001, 0, 0, 0, 0, 0, 0, 0, 0b10], firstWord: 1)
    #expect(set.numbers == [64, 71, 129])
    set.insertBits([255], firstWord: 900)
    #expect(set.count == 3)
  }

  @Test func `passages know their documents, and documents their passages`() {
    // Document 1 has no passages, and neither does a number that was never written.
    let map = PassageMap(firstPassage: [0, 3, 3, 4, 6])
    #expect((0..<7).map { map.document(of: $0) } == [0, 0, 0, 2, 3, 3, .max])
    #expect((0..<5).map { map.passages(of: $0) } == [0..<3, 3..<3, 3..<4, 4..<6, 0..<0])
  }
}
