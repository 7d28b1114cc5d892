import Embeddings
import Foundation
import Ranking

/// The term vector of a document under construction: its terms and their positions.
///
/// A row begins with a byte: 1 if the document's embedding follows, 256 bytes, 2 if it was made by
/// the encoder, and 0 if there is none.
/// Then come numbers of seven bits per byte, lowest first: the number of words in the
/// document, of words in the title, of passages, of words in each passage, of different terms, and
/// of terms with separate counts, and then these counts (in total, in the title). Terms follow in
/// the order of their numbers:
///
///     terms × u8 control      bits 0 and 1: bytes of the difference - 1; 2 and 3: how often in the
///                             title; 4 to 7: how often in all - 1; bits 2 to 7 all set: the next
///                             of the separate counts
///     terms × 1 … 4 bytes     the difference from the previous term's number, little-endian
///     positions, by term      ascending, each with as many bits as the last word's position needs,
///                             lowest first
///
/// So feedback reads terms and counts without positions, and the positions of a term can be found
/// without reading earlier ones.
struct TermVectorRow {
  /// The control bits for counts that are stored separately.
  static let escape: UInt8 = 0b1111_11_00

  /// The number of bits of a position in a document with this many words.
  static func width(words: Int) -> Int {
    words > 1 ? Int.bitWidth - (words - 1).leadingZeroBitCount : 0
  }

  /// Whether an embedding follows, and what made it.
  static let noEmbedding: UInt8 = 0
  static let embeddingOfWords: UInt8 = 1
  static let embeddingOfEncoder: UInt8 = 2

  /// Replaces the embedding of a row with that of the encoder; false if it has no embedding.
  static func replace(_ row: inout Data, encoded embedding: Embedding) -> Bool {
    let numbers = row.startIndex + 1..<row.startIndex + 1 + Embedding.dimensions
    guard let flag = row.first, flag != noEmbedding, numbers.upperBound <= row.endIndex else {
      return false
    }
    row[row.startIndex] = embeddingOfEncoder
    row.replaceSubrange(numbers, with: embedding.numbers.lazy.map { UInt8(bitPattern: $0) })
    return true
  }

  private var words = 0
  private var titleWords: Int?
  /// The starts of passages.
  private var passages: [Int] = []
  /// Term · 2³² + position, one per word.
  private var occurrences: [UInt64] = []

  /// Clears the document.
  mutating func removeAll() {
    words = 0
    titleWords = nil
    passages.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
  }

  /// Begins a passage; words before the first passage belong to the title.
  mutating func beginPassage() {
    if titleWords == nil { titleWords = words }
    passages.append(words)
  }

  /// Adds the next word: its term's number, or `nil` for a stop word.
  mutating func addWord(_ term: UInt32?) {
    if let term { occurrences.append(UInt64(term) << 32 | UInt64(words)) }
    words += 1
  }

  /// Replaces `bytes` with the row.
  ///
  /// - Parameter embedding: the document's embedding; `nil` for none.
  mutating func encode(into bytes: inout [UInt8], embedding: Embedding?) {
    occurrences.sort()
    let titleWords = titleWords ?? words
    var controls: [UInt8] = []
    var differences: [UInt8] = []
    var apart: [UInt32] = []
    var last: UInt64 = 0
    var start = 0
    while start < occurrences.count {
      let term = occurrences[start] >> 32
      var end = start
      var inTitle = 0
      while end < occurrences.count, occurrences[end] >> 32 == term {
        if occurrences[end] & 0xFFFF_FFFF < UInt64(titleWords) { inTitle += 1 }
        end += 1
      }
      let total = end - start
      var control = Self.escape
      if total <= 16, inTitle <= 3 { control = UInt8((total - 1) << 4 | inTitle << 2) }
      if control == Self.escape { apart += [UInt32(total), UInt32(inTitle)] }
      let difference = UInt32(term - last)
      let size = max(1, (UInt32.bitWidth - difference.leadingZeroBitCount + 7) / 8)
      controls.append(control | UInt8(size - 1))
      for byte in 0..<size {
        differences.append(UInt8(truncatingIfNeeded: difference >> (8 * byte)))
      }
      last = term
      start = end
    }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(embedding == nil ? Self.noEmbedding : Self.embeddingOfWords)
    if let embedding {
      for number in embedding.numbers { bytes.append(UInt8(bitPattern: number)) }
    }
    bytes.append(variable: UInt32(words))
    bytes.append(variable: UInt32(titleWords))
    bytes.append(variable: UInt32(passages.count))
    for (index, begin) in passages.enumerated() {
      let end = index + 1 < passages.count ? passages[index + 1] : words
      bytes.append(variable: UInt32(end - begin))
    }
    bytes.append(variable: UInt32(controls.count))
    bytes.append(variable: UInt32(apart.count / 2))
    for count in apart { bytes.append(variable: count) }
    bytes += controls
    bytes += differences
    let width = Self.width(words: words)
    var pending: UInt64 = 0
    var bits = 0
    for occurrence in occurrences {
      pending |= (occurrence & 0xFFFF_FFFF) << UInt64(bits)
      bits += width
      while bits >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        bits -= 8
      }
    }
    if bits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
  }
}
