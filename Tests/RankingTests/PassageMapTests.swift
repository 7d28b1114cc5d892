import Ranking
import SeededRandom
import Testing

/// The map of passages to documents, compared with a linear search.
struct PassageMapTests {
  @Test(arguments: [0, 1, 2, 17, 200])
  func `documents and their passages`(documents: Int) {
    var random = SplitMix64(seed: UInt64(documents))
    for most in [0, 1, 3, 70] {
      var first: [UInt32] = [0]
      for _ in 0..<documents {
        first.append(first[first.count - 1] + UInt32.random(in: 0...UInt32(most), using: &random))
      }
      let map = PassageMap(firstPassage: first)
      for document in 0..<documents {
        let passages = map.passages(of: UInt32(document))
        #expect(passages == first[document]..<first[document + 1])
        for passage in passages { #expect(map.document(of: passage) == UInt32(document)) }
      }
      #expect(map.document(of: first[documents]) == .max)
      #expect(map.document(of: .max) == .max)
      #expect(map.passages(of: UInt32(documents)).isEmpty)
    }
  }
}
