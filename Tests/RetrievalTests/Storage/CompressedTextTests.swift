import Retrieval
import SeededRandom
import Testing

/// Compressed text is restored, with and without a dictionary.
struct CompressedTextTests {
  private static func text(_ seed: Int) -> [UInt8] {
    var corpus = RandomCorpus(seed: UInt64(seed), words: 60)
    return Array((0..<seed % 9).map { _ in corpus.sentence(1...20) }.joined(separator: " ").utf8)
  }

  private static func dictionary() throws -> [UInt8] {
    try #require(TextCompressor.train((0..<300).map { text($0 + 5) }))
  }

  @Test(arguments: [false, true])
  func `texts come back`(hasDictionary: Bool) throws {
    let dictionary = hasDictionary ? try Self.dictionary() : nil
    let compressor = TextCompressor(dictionary: dictionary)
    let decompressor = TextDecompressor()
    var loads = 0
    for seed in 0..<60 {
      let text = Self.text(seed)
      let packed = text.withUnsafeBytes { compressor.compress($0) }
      let found = packed.withUnsafeBytes { bytes in
        decompressor.decompress(bytes) { number in
          loads += 1
          #expect(number == dictionary.map(TextCompressor.number))
          return dictionary
        }
      }
      #expect(found == text)
    }
    #expect(loads == (hasDictionary ? 1 : 0))
  }

  @Test func `a dictionary that is gone, and too few samples, give nothing`() throws {
    let compressor = TextCompressor(dictionary: try Self.dictionary())
    let packed = Self.text(8).withUnsafeBytes { compressor.compress($0) }
    let found = packed.withUnsafeBytes { TextDecompressor().decompress($0) { _ in nil } }
    #expect(found == nil)
    #expect(TextCompressor.train([Self.text(8)]) == nil)
  }

  @Test func `a text may be as long as the limit`() {
    let text = [UInt8](repeating: 0x61, count: 1000)
    let packed = text.withUnsafeBytes { TextCompressor(dictionary: nil).compress($0) }
    for limit in [999, 1000] {
      let found = packed.withUnsafeBytes {
        TextDecompressor(limit: limit).decompress($0) { _ in nil }
      }
      #expect(found == (limit == 1000 ? text : nil))
    }
  }

  @Test func `damaged bytes never crash`() throws {
    let dictionary = try Self.dictionary()
    let compressor = TextCompressor(dictionary: dictionary)
    let decompressor = TextDecompressor()
    var random = SplitMix64(seed: 21)
    for seed in 0..<400 {
      var packed = Self.text(seed).withUnsafeBytes { compressor.compress($0) }
      for _ in 0..<3 {
        packed[Int.random(in: 0..<packed.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      if seed % 3 == 0 { packed.removeLast(Int.random(in: 0...packed.count, using: &random)) }
      let found = packed.withUnsafeBytes { bytes in
        decompressor.decompress(bytes) { _ in dictionary }
      }
      #expect((found?.count ?? 0) <= 64 << 20)
    }
  }
}
