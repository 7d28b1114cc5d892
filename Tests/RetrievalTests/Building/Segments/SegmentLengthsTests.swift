import Retrieval
import SeededRandom
import Testing

/// Lengths are decoded as they were encoded, and can be concatenated.
struct SegmentLengthsTests {
  private static func random(
    _ random: inout SplitMix64, firstDocument: UInt32, firstPassage: UInt32
  ) -> SegmentLengths {
    var lengths = SegmentLengths(firstDocument: firstDocument, firstPassage: firstPassage)
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      lengths.addDocument(title: Int.random(in: 0...70_000, using: &random))
      for passage in 0..<Int.random(in: 0...5, using: &random) {
        lengths.addPassage(
          body: Int.random(in: 0...300, using: &random),
          heading: Int.random(in: 0...9, using: &random), opensSection: passage % 2 == 0)
      }
    }
    lengths.isAlive[0] = false
    return lengths
  }

  @Test func `bytes come back, joined segments are whole`() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<50 {
      let left = Self.random(&generator, firstDocument: 9, firstPassage: 4)
      #expect(SegmentLengths(bytes: left.bytes) == left)
      let right = Self.random(
        &generator, firstDocument: 9 + UInt32(left.documentCount) + 2,
        firstPassage: 4 + UInt32(left.passageCount) + 3)
      var both = left
      both.append(right)
      #expect(both.documentCount == left.documentCount + 2 + right.documentCount)
      #expect(both.passageCount == left.passageCount + 3 + right.passageCount)
      #expect(both.title.suffix(right.documentCount) == right.title[...])
      #expect(both.body.suffix(right.passageCount) == right.body[...])
      let start = UInt32(left.documentCount + 2)
      #expect(
        both.document.suffix(right.passageCount).elementsEqual(right.document.map { $0 + start }))
      #expect(SegmentLengths(bytes: both.bytes) == both)
      #expect(
        Array(both.documentLengths.suffix(right.documentCount)) == right.documentLengths)
    }
  }

  @Test func `damaged bytes never crash`() {
    var generator = SplitMix64(seed: 16)
    for _ in 0..<500 {
      var bytes = Self.random(&generator, firstDocument: 0, firstPassage: 0).bytes
      for _ in 0..<4 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0...3, using: &generator))
      if let lengths = SegmentLengths(bytes: bytes) {
        #expect(lengths.documentLengths.count == lengths.documentCount)
        #expect(lengths.passageLengths.count == lengths.passageCount)
      }
    }
  }
}
