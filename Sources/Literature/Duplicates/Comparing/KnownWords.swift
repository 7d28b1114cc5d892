/// The words of the literature, by which a typing error is told from another word.
///
/// They are the terms of the table of word embeddings, whose layout `EmbeddingTable` describes.
package enum KnownWords {
  /// Whether the literature has a word with this term.
  package static func contains(_ term: String) -> Bool {
    var term = term
    return term.withUTF8 { wanted in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        let other = word(middle)
        if other.elementsEqual(wanted) { return true }
        if other.lexicographicallyPrecedes(wanted) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return false
    }
  }

  /// A part of the program, which nothing changes.
  nonisolated(unsafe) private static let bytes =
    EmbeddedResource.bytes("embeddings.bin") ?? UnsafeRawBufferPointer(start: nil, count: 0)
  private static let count = bytes.isEmpty ? 0 : number(16)
  private static let dimensions = bytes.isEmpty ? 0 : number(20)
  /// Where the starts of the words are: after the rows, their scales and weights, and the
  /// projection.
  private static let starts =
    bytes.isEmpty
    ? 0
    : ((64 + count * (dimensions / 2 + 3) + 3) & ~3) + dimensions * (8 + number(32))
  private static let words = starts + (count + 1) * 4

  private static func number(_ offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private static func word(_ row: Int) -> UnsafeRawBufferPointer {
    let (first, end) = (number(starts + row * 4), number(starts + row * 4 + 4))
    return UnsafeRawBufferPointer(rebasing: bytes[words + first..<words + end])
  }
}
