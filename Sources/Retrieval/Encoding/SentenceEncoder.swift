import CEncoder
import Foundation

/// A neural network that turns a text into a vector whose direction shows what the text is about.
///
/// The weights are a file that `tools/setup --meaning` installs. Several threads can use an
/// encoder.
package final class SentenceEncoder: @unchecked Sendable {
  /// Keeps the bytes that the encoder reads.
  private let weights: Data
  private let encoder: OpaquePointer
  private let pieces: WordPiece

  /// The name that an index remembers the encoder by.
  package let name: String
  /// The number of dimensions of a vector.
  package var dimensions: Int { Int(pl_encoder_size(encoder)) }

  /// Opens a file of weights; `nil` if it is missing or damaged.
  package convenience init?(path: String) {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      return nil
    }
    self.init(data)
  }

  /// Uses weights; `nil` if they are damaged.
  package init?(_ weights: Data) {
    // Data in memory keeps its place as long as it is not changed.
    let bytes = weights.withUnsafeBytes { $0 }
    guard let encoder = pl_encoder_open(bytes.baseAddress, bytes.count) else { return nil }
    let vocabulary = (0..<pl_encoder_words(encoder)).map { number in
      var length = 0
      let first = pl_encoder_word(encoder, number, &length)
      return String(
        decoding: UnsafeRawBufferPointer(start: first, count: length), as: UTF8.self)
    }
    let checksum = pl_encoder_checksum(encoder)
    guard checksum == pl_encoder_stated_checksum(encoder),
      let pieces = WordPiece(vocabulary: vocabulary)
    else {
      pl_encoder_close(encoder)
      return nil
    }
    self.weights = weights
    self.encoder = encoder
    self.pieces = pieces
    name = String(checksum, radix: 16)
  }

  deinit {
    pl_encoder_close(encoder)
  }

  /// The vector of a text, of length 1; `nil` if there is not enough memory.
  ///
  /// Only the beginning of a long text is used: 256 pieces of words with all-MiniLM-L6-v2.
  ///
  /// - Parameter instructions: the vector instructions that are used, for tests; at most
  ///   ``bestInstructions``.
  package func encode(_ text: String, instructions: Int32 = bestInstructions) -> [Float]? {
    let tokens = tokens(text)
    var vector = [Float](repeating: 0, count: dimensions)
    let isEncoded = pl_encoder_encode(encoder, instructions, tokens, tokens.count, &vector) == 1
    return isEncoded ? vector : nil
  }

  /// The numbers of the pieces of a text.
  package func tokens(_ text: String) -> [UInt32] {
    pieces.tokens(text, limit: Int(pl_encoder_longest(encoder)))
  }

  /// The best vector instructions that this processor has: 0 those of every processor, 1 AVX2,
  /// 2 AVX-512.
  package static let bestInstructions = pl_encoder_best()
}
