import Retrieval
import SeededRandom
import Testing

/// The documents of keys, compared with a dictionary.
struct WorkKeysTests {
  @Test(arguments: [false, true])
  func `documents are those that have the key, before and after writing`(
    isReopened: Bool
  ) throws {
    let library = try TemporaryLibrary()
    try library.use { database in
      var random = SplitMix64(seed: 12)
      var keys = try WorkKeys(database)
      var expected: [Int64: Set<Int>] = [:]
      var document = 0
      for step in 0..<4_000 {
        let key = Self.key(Int.random(in: 0..<50, using: &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4:
          document += 1
          let other = Self.key(Int.random(in: 0..<40, using: &random))
          keys.assign([key, other], to: document)
          expected[key, default: []].insert(document)
          expected[other, default: []].insert(document)
        case 4..<6:
          guard let old = expected[key]?.sorted().randomElement(using: &random) else { continue }
          keys.remove([key], from: old)
          expected[key]?.remove(old)
        case 6:
          if step % 3 == 0 { try keys.flush() }
        default:
          let all = (expected[key] ?? []).sorted()
          #expect(try keys.documents(key, limit: nil) == all)
          #expect(try keys.documents(key, limit: 5) == Array(all.suffix(5)))
        }
        if isReopened, step % 700 == 699 {
          try keys.flush()
          keys = try WorkKeys(database)
        }
      }
      #expect(document > 1_000)
    }
  }

  /// A key that is spread over all numbers, as hashes are.
  private static func key(_ number: Int) -> Int64 {
    Int64(bitPattern: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
  }
}
