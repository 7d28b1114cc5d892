/// The embeddings of many words: for each, a vector of 256 numbers in 4 bits.
///
/// A text's embedding is the weighted sum of those of its words, so texts that say the same in
/// other words have similar embeddings. The words are terms of the English analyzer.
///
/// On the hot path: the table is used where it is mapped, and rows are added with vector
/// instructions. ``init(_:owner:)`` checks that all offsets are inside the table. The layout,
/// little-endian:
///
///     8 bytes "PLEMBED2"
///     u64 checksum              FNV-1a of all bytes from byte 16
///     u32 words  u32 dimensions
///     f32 scale  f32 idf        the units of the numbers below
///     u32 encoded dimensions    those of the encoder that the table was trained on
///     zeros up to byte 64
///     words × 64 × u16          four numbers from 0 to 15: bits 4k to 4k + 3 of value i are
///                               dimension 64 · k + i; 7.5 stands for 0
///     words × u16               the scale of each row, which includes the word's idf
///     words × u8                general inverse document frequency
///     up to 3 zeros
///     dimensions × f32          the scale of each row of the projection
///     dimensions × f32          what is subtracted after it
///     dimensions × encoded dimensions × i8
///                               the projection of the encoder's vectors, by rows
///     (words + 1) × u32         the start of each word below, and the end of the last
///     the words                 UTF-8, in ascending order of their bytes
package final class EmbeddingTable: @unchecked Sendable {
  /// A word of a text: its row, and what it counts for before idf.
  package typealias WeightedWord = (row: Int, weight: Float)

  private static let magic = Array("PLEMBED2".utf8)
  private static let header = 64
  private static let rowSize = Embedding.dimensions / 2

  /// The number of its words.
  package let count: Int
  /// The number of dimensions of the encoder's vectors.
  package let encodedDimensions: Int
  /// Identifies the table; see ``computedChecksum``.
  package let checksum: UInt64
  private let bytes: UnsafeRawBufferPointer
  private let scaleUnit: Float
  private let idfUnit: Float
  private let scales: Int
  private let idfs: Int
  private let projection: Int
  private let starts: Int
  private let words: Int
  /// Frees the memory of a copied table.
  private let owned: UnsafeMutableRawBufferPointer?

  /// Uses a table in memory that is never freed; `nil` if it is not a table.
  package convenience init?(_ bytes: UnsafeRawBufferPointer) {
    self.init(bytes, owned: nil)
  }

  /// Copies a table; `nil` if it is not a table.
  package convenience init?(copying bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(copy), owned: copy)
  }

  private init?(_ bytes: UnsafeRawBufferPointer, owned: UnsafeMutableRawBufferPointer?) {
    func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard bytes.count > Self.header, bytes.prefix(8).elementsEqual(Self.magic),
      number(20) == Embedding.dimensions, number(32) <= 1 << 13
    else {
      owned?.deallocate()
      return nil
    }
    self.bytes = bytes
    self.owned = owned
    count = number(16)
    checksum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    scaleUnit = Float(bitPattern: UInt32(number(24)))
    idfUnit = Float(bitPattern: UInt32(number(28)))
    scales = Self.header + count * Self.rowSize
    idfs = scales + count * 2
    encodedDimensions = number(32)
    projection = (idfs + count + 3) & ~3
    starts = projection + Embedding.dimensions * (8 + encodedDimensions)
    words = starts + (count + 1) * 4
    guard words <= bytes.count, words + number(words - 4) == bytes.count else { return nil }
  }

  deinit {
    owned?.deallocate()
  }

  /// The checksum of the contents, which ``checksum`` should be.
  package var computedChecksum: UInt64 {
    bytes.dropFirst(16).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  // MARK: Words

  /// The row of a term; `nil` if the table does not have it.
  ///
  /// Tables made for version 3 of the analyzer have hepatitis (“hepatiti”) in the row of “hepat”.
  package func row(of term: String) -> Int? {
    find(term) ?? (term.hasSuffix("iti") ? find(String(term.dropLast(3))) : nil)
  }

  private func find(_ term: String) -> Int? {
    var term = term
    return term.withUTF8 { wanted in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        let other = word(middle)
        switch compare(UnsafeRawBufferPointer(wanted), other) {
        case 0: return middle
        case ..<0: high = middle
        default: low = middle + 1
        }
      }
      return nil
    }
  }

  /// The term of a row.
  package func term(_ row: Int) -> String { String(decoding: word(row), as: UTF8.self) }

  private func word(_ row: Int) -> UnsafeRawBufferPointer {
    let first = start(row)
    // A damaged table may have starts in any order.
    let end = max(first, start(row + 1))
    return UnsafeRawBufferPointer(rebasing: bytes[first..<end])
  }

  private func start(_ row: Int) -> Int {
    let offset = bytes.loadUnaligned(fromByteOffset: starts + row * 4, as: UInt32.self)
    return min(words + Int(UInt32(littleEndian: offset)), bytes.count)
  }

  private func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }

  /// How rare a word is in general: its inverse document frequency in the texts of the table.
  package func idf(_ row: Int) -> Float { Float(bytes[idfs + row]) * idfUnit }

  /// The inverse document frequency of words that the table does not have.
  package var highestIDF: Float { 255 * idfUnit }

  // MARK: Texts

  /// The embedding of a text, not normalised; zeros for a text without words.
  ///
  /// Sums have 16 bits: weights are scaled so that none can overflow.
  package func sum(_ text: [WeightedWord]) -> [Float] {
    var total: Float = 0
    for word in text { total += word.weight * scale(word.row) }
    guard total > 0 else { return [Float](repeating: 0, count: Embedding.dimensions) }
    let unit = Float(UInt16.max / 15) / total
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Embedding.dimensions) { sums in
      sums.initialize(repeating: 0)
      guard let first = sums.baseAddress else { return [] }
      var offset: Float = 0
      for word in text {
        let weight = UInt16(word.weight * scale(word.row) * unit)
        add(word.row, weight, to: first)
        offset += 7.5 * Float(weight)
      }
      return sums.map { (Float($0) - offset) / unit }
    }
  }

  /// The embedding of a text that the encoder has encoded, comparable with those of its words.
  ///
  /// - Parameter encoded: ``encodedDimensions`` numbers.
  package func embedding(encoded: [Float]) -> Embedding {
    func float(_ index: Int) -> Float {
      let bits = bytes.loadUnaligned(fromByteOffset: projection + index * 4, as: UInt32.self)
      return Float(bitPattern: UInt32(littleEndian: bits))
    }
    let numbers = projection + Embedding.dimensions * 8
    return Embedding(
      (0..<Embedding.dimensions).map { dimension in
        var sum: Float = 0
        for (index, value) in encoded.prefix(encodedDimensions).enumerated() {
          let place = numbers + dimension * encodedDimensions + index
          sum += value * Float(Int8(bitPattern: bytes[place]))
        }
        return sum * float(dimension) - float(Embedding.dimensions + dimension)
      })
  }

  private func scale(_ row: Int) -> Float {
    let scale = bytes.loadUnaligned(fromByteOffset: scales + row * 2, as: UInt16.self)
    return Float(UInt16(littleEndian: scale)) * scaleUnit
  }

  /// Adds a row, multiplied by a weight.
  ///
  /// A plain loop, because the compiler makes vector instructions of it, but not of SIMD types.
  @inline(__always)
  private func add(_ row: Int, _ weight: UInt16, to sums: UnsafeMutablePointer<UInt16>) {
    guard let table = bytes.baseAddress else { return }
    let levels = (table + Self.header + row * Self.rowSize).assumingMemoryBound(to: UInt16.self)
    for index in 0..<Embedding.dimensions / 4 {
      let four = UInt16(littleEndian: levels[index])
      sums[index] &+= (four & 15) &* weight
      sums[index &+ 64] &+= ((four &>> 4) & 15) &* weight
      sums[index &+ 128] &+= ((four &>> 8) & 15) &* weight
      sums[index &+ 192] &+= (four &>> 12) &* weight
    }
  }
}
