import Embeddings
import SeededRandom
import TestSupport
import Testing

/// The table of word embeddings, and the vectors made of it.
struct EmbeddingTableTests {
  /// Words with random numbers.
  private static func words(_ count: Int, seed: UInt64) -> [SmallEmbeddings.Word] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      SmallEmbeddings.Word(
        term: "w\(number)", levels: (0..<256).map { _ in Int.random(in: 0...15, using: &random) },
        scale: Int.random(in: 1...4000, using: &random),
        idf: Int.random(in: 1...255, using: &random))
    }
  }

  @Test func `every word is found, and no other`() throws {
    let words = Self.words(300, seed: 1)
    let small = SmallEmbeddings(words + [.init(term: "é", levels: words[0].levels)])
    let table = try #require(small.table)
    #expect(table.checksum == table.computedChecksum)
    for (row, word) in small.words.enumerated() {
      #expect(table.row(of: word.term) == row)
      #expect(table.term(row) == word.term)
      #expect(table.idf(row) == Float(word.idf) * 0.5)
    }
    for other in ["", "w", "w1000", "v", "z", "ê", "é "] { #expect(table.row(of: other) == nil) }
  }

  @Test func `an encoded text is projected`() throws {
    let table = try #require(SmallEmbeddings(Self.words(3, seed: 2)).table)
    #expect(table.encodedDimensions == 256)
    let vector = (0..<256).map { Float($0) / 64 }
    let expected = Embedding((0..<256).map { vector[($0 + 128) % 256] - 0.25 })
    #expect(table.embedding(encoded: vector) == expected)
  }

  @Test(arguments: [1, 2, 7, 150, 1500])
  func `a text is the weighted sum of its words`(count: Int) throws {
    let small = SmallEmbeddings(Self.words(count, seed: UInt64(count)))
    let table = try #require(small.table)
    var random = SplitMix64(seed: 5)
    let text = small.words.indices.map { row in
      (row: row, weight: Float.random(in: 0.5..<1, using: &random))
    }
    var expected = [Double](repeating: 0, count: 256)
    for (row, weight) in text {
      for (index, number) in small.words[row].vector.enumerated() {
        expected[index] += Double(weight) * number
      }
    }
    let sum = table.sum(text).map(Double.init)
    let product = zip(sum, expected).reduce(0) { $0 + $1.0 * $1.1 }
    let lengths = [sum, expected].map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    // Weights have 16 bits among all words: those of very long texts are coarse.
    #expect(product / (lengths[0] * lengths[1]) > (count > 1000 ? 0.95 : 0.9995))
  }

  @Test func `a text without words has no direction`() throws {
    let table = try #require(SmallEmbeddings(Self.words(3, seed: 2)).table)
    #expect(Embedding(table.sum([])).numbers == [Int8](repeating: 0, count: 256))
    #expect(table.sum([]).normalized == [Float](repeating: 0, count: 256))
  }

  @Test func `cosines equal those of plain arithmetic`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let vectors = (0..<2).map { _ in
        Embedding((0..<256).map { _ in Float.random(in: -3..<3, using: &random) })
      }
      let numbers = vectors.map { $0.numbers.map(Double.init) }
      let products = [(0, 1), (0, 0), (1, 1)].map { left, right in
        zip(numbers[left], numbers[right]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let cosine = vectors[1].numbers.withUnsafeBufferPointer { other in
        other.baseAddress.map { vectors[0].cosine($0) }
      }
      let expected = products[0] / (products[1] * products[2]).squareRoot()
      #expect(abs(Double(cosine ?? 9) - expected) < 1e-5)
    }
  }

  @Test func `other bytes are not a table`() throws {
    let bytes = SmallEmbeddings(Self.words(5, seed: 4)).bytes
    #expect(EmbeddingTable(copying: bytes) != nil)
    #expect(EmbeddingTable(copying: [UInt8]()) == nil)
    #expect(EmbeddingTable(copying: bytes.dropLast()) == nil)
    #expect(EmbeddingTable(copying: bytes.prefix(100)) == nil)
    var other = bytes
    other[0] = 0
    #expect(EmbeddingTable(copying: other) == nil)
    other = bytes
    // Far more words than there are bytes.
    other[19] = 0x7F
    #expect(EmbeddingTable(copying: other) == nil)
  }
}
