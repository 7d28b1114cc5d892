import Retrieval
import SeededRandom
import Testing

/// The data that a shard sends of a text is read as it was written.
struct ShardTermsTests {
  private typealias Entry = (term: UInt32, impact: UInt8, positions: [UInt16])

  /// A random text with terms in order.
  private func entries(_ random: inout SplitMix64) -> [Entry] {
    let terms = Set(
      (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt32.random(in: 0...(1 << UInt32.random(in: 3...26, using: &random)), using: &random)
      })
    return terms.sorted().map { term in
      let positions = Set(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          UInt16.random(in: 0...UInt16.max, using: &random)
        })
      return (term, UInt8.random(in: 1...255, using: &random), positions.sorted())
    }
  }

  @Test func `terms, impacts, positions and term vectors come back`() {
    var random = SplitMix64(seed: 19)
    for number in 0..<300 {
      let entries = entries(&random)
      let passage = PassagePositions(PassagePositions.bytes(UInt32(number), entries))
      for entry in entries {
        let found = passage.entry(entry.term)
        #expect(found?.impact == entry.impact)
        #expect(found?.positions == entry.positions)
        #expect(passage.entry(entry.term &+ 1 << 27) == nil)
      }
      let rest = (0..<number % 7).map { UInt8($0) }
      let bytes = ShardTerms.bytes(
        UInt32(number), entries.map { ($0.term, $0.impact) }, rest: rest)
      let text = ShardTerms(bytes)
      #expect(text.numbers == entries.map(\.term))
      #expect(Array(text.rest) == rest)
      #expect(entries.allSatisfy { text.impact(of: $0.term) == $0.impact })
      #expect(text.impact(of: .max) == 0)
    }
  }

  @Test func `bytes begin with the number, so that their order is that of numbers`() {
    let numbers: [UInt32] = [0, 1, 255, 256, 65_535, 65_536, 1 << 27, .max]
    let bytes = numbers.map { ShardTerms.bytes($0, [(term: 1, impact: 1)], rest: []) }
    for (left, right) in zip(bytes, bytes.dropFirst()) {
      #expect(left.lexicographicallyPrecedes(right))
    }
  }

  @Test func `damaged bytes have fewer terms`() {
    var random = SplitMix64(seed: 20)
    for _ in 0..<300 {
      let whole = PassagePositions.bytes(7, entries(&random))
      let cut = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      #expect(ShardTerms(cut).numbers.count <= ShardTerms(whole).numbers.count)
      _ = PassagePositions(cut)
    }
  }
}
