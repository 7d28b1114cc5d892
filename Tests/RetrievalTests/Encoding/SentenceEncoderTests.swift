import Foundation
import Retrieval
import SeededRandom
import TestSupport
import Testing

/// The sentence encoder, compared with a slow one and with stored vectors.
struct SentenceEncoderTests {
  static let vocabulary = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "peer", "support", "##ed", "##er", "works", ",", "-", "c",
    "hep", "##atitis", "cafe", "中", "'", "s", "##s",
  ]

  @Test(arguments: 0...SentenceEncoder.bestInstructions)
  func `vectors equal those of the slow encoder`(instructions: Int32) throws {
    for (seed, heads, layers) in [(UInt64(1), 2, 2), (2, 4, 1), (3, 1, 3)] {
      let small = SmallEncoder(
        vocabulary: Self.vocabulary, heads: heads, layers: layers, seed: seed)
      let encoder = try #require(SentenceEncoder(small.bytes))
      for count in [0, 1, 2, 13, 14, 15, 30, 38, 60] {
        let words = ["peer", "supported", "works", "c"]
        let text = (0..<count).map { words[$0 % 4] }.joined(separator: " ")
        let vector = try #require(encoder.encode(text, instructions: instructions))
        for (found, expected) in zip(vector, small.vector(encoder.tokens(text))) {
          #expect(abs(Double(found) - expected) < 1e-4)
        }
      }
    }
  }

  @Test(
    arguments: [
      ("", []), ("Peer", [4]), ("supported", [5, 6]), ("Peer-Supporter's", [4, 10, 5, 7, 16, 17]),
      ("hepatitis\u{00AD} C", [12, 13, 11]), ("Café,\u{00A0}works", [14, 9, 8]),
      ("cafe\u{301}", [14]), ("peer中works", [4, 15, 8]), ("peerz", [1]), ("\u{1F600} c", [1, 11]),
      ("works\u{0}\u{FFFD}\tc\r\n", [8, 11]), (String(repeating: "s", count: 101), [1]),
    ] as [(String, [UInt32])])
  func `text is cut into pieces`(text: String, expected: [UInt32]) throws {
    let encoder = try #require(SentenceEncoder(SmallEncoder(vocabulary: Self.vocabulary).bytes))
    #expect(encoder.tokens(text) == [2] + expected + [3])
  }

  @Test func `only the beginning of a long text is used`() throws {
    let encoder = try #require(SentenceEncoder(SmallEncoder(vocabulary: Self.vocabulary).bytes))
    let tokens = encoder.tokens(String(repeating: "supported ", count: 500))
    #expect(tokens.count == 40)
    #expect(tokens == [2] + (0..<19).flatMap { _ in [UInt32(5), 6] } + [3])
  }

  @Test func `damaged weights are refused`() throws {
    let bytes = SmallEncoder(vocabulary: Self.vocabulary, size: 32, inner: 32).bytes
    #expect(SentenceEncoder(bytes) != nil)
    for length in stride(from: 0, to: bytes.count, by: 41) {
      #expect(SentenceEncoder(bytes.prefix(length)) == nil)
    }
    var random = SplitMix64(seed: 7)
    for place in Array(0..<40)
      + (0..<200).map({ _ in
        Int.random(in: 64..<bytes.count, using: &random)
      })
    {
      var damaged = bytes
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(SentenceEncoder(damaged) == nil)
    }
    #expect(SentenceEncoder(path: "/nowhere/encoder.bin") == nil)
  }

  @Test func `a missing vocabulary is refused`() {
    #expect(SentenceEncoder(SmallEncoder(vocabulary: ["peer", "support"]).bytes) == nil)
  }

  // MARK: The installed encoder

  /// The weights that `tools/setup --meaning` installed, if any.
  static let installed: EncoderFile? = {
    let environment = ProcessInfo.processInfo.environment
    let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "") + "/.local/share"
    return EncoderFile(path: data + "/peerlit/encoder.bin")
  }()

  /// A line of `encoded.tsv`: a text, the numbers of its pieces, and 127 times its vector over the
  /// largest number, as onnxruntime and the reference tokenizer give them.
  private static func fixtures() throws -> [(text: String, tokens: [UInt32], vector: [Float])] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "encoded.tsv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t")
      return (
        String(fields[0]), fields[1].split(separator: " ").compactMap { UInt32($0) },
        fields[2].split(separator: " ").compactMap { Float($0) }
      )
    }
  }

  @Test(
    .enabled(
      if: SentenceEncoderTests.installed != nil, "install the encoder with tools/setup --meaning"))
  func `vectors equal those of onnxruntime`() throws {
    let encoder = try #require(Self.installed?.open())
    let fixtures = try Self.fixtures()
    #expect(fixtures.count >= 8)
    for (text, tokens, expected) in fixtures {
      #expect(encoder.tokens(text) == tokens)
      let vector = try #require(encoder.encode(text))
      let product = zip(vector, expected).reduce(0) { $0 + $1.0 * $1.1 }
      let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(product / length > 0.99)
    }
  }
}
