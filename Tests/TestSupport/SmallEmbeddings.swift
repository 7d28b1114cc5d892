import Embeddings

/// A table of embeddings that is written byte by byte, as the layout in `EmbeddingTable` says.
package struct SmallEmbeddings {
  /// A word of the table.
  package struct Word {
    /// The word.
    package var term: String
    /// Its numbers as they are stored: 256, from 0 to 15.
    package var levels: [Int]
    /// The factor of its numbers, in the unit of the table.
    package var scale: Int
    /// Its inverse document frequency, in the unit of the table.
    package var idf: Int

    /// A word; the defaults are those of any ordinary one.
    package init(term: String, levels: [Int], scale: Int = 100, idf: Int = 10) {
      (self.term, self.levels) = (term, levels)
      (self.scale, self.idf) = (scale, idf)
    }

    /// The numbers that the levels stand for.
    package var vector: [Double] { levels.map { (Double($0) - 7.5) * Double(scale) } }
  }

  /// The words, in the order of their bytes.
  package var words: [Word]

  /// A table of words in any order.
  package init(_ words: [Word]) {
    self.words = words.sorted { Array($0.term.utf8).lexicographicallyPrecedes($1.term.utf8) }
  }

  /// Words that are close in meaning if they are in the same group: each group has its own
  /// direction, and each word differs a little from it.
  package init(groups: [[String]]) {
    self.init(
      groups.enumerated().flatMap { group, terms in
        terms.enumerated().map { place, term in
          Word(
            term: term,
            levels: (0..<256).map { $0 % groups.count == group ? 14 - ($0 + place) % 2 : 7 })
        }
      })
  }

  /// The file.
  package var bytes: [UInt8] {
    func little(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    var rest = little(UInt32(words.count)) + little(UInt32(256))
    rest += little(Float(0.001).bitPattern) + little(Float(0.5).bitPattern)
    rest += little(UInt32(256))
    rest += [UInt8](repeating: 0, count: 64 - 16 - rest.count)
    for word in words {
      for index in 0..<64 {
        let value = (0..<4).reduce(0) { $0 | word.levels[64 * $1 + index] << (4 * $1) }
        rest += little(UInt16(value))
      }
    }
    for word in words { rest += little(UInt16(word.scale)) }
    rest += words.map { UInt8($0.idf) }
    while rest.count % 4 != 0 { rest.append(0) }
    // The projection swaps the halves of a vector and subtracts 0.25.
    for _ in 0..<256 { rest += little(Float(1.0 / 127).bitPattern) }
    for _ in 0..<256 { rest += little(Float(0.25).bitPattern) }
    for row in 0..<256 { rest += (0..<256).map { $0 == (row + 128) % 256 ? 127 : 0 } }
    var start = 0
    for word in words {
      rest += little(UInt32(start))
      start += word.term.utf8.count
    }
    rest += little(UInt32(start))
    for word in words { rest += Array(word.term.utf8) }
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in rest { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Array("PLEMBED2".utf8) + little(checksum) + rest
  }

  /// The table; `nil` if the file is not one.
  package var table: EmbeddingTable? { EmbeddingTable(copying: bytes) }
}
