/// How the positions of a posting list are laid out: one row for each row of postings.
///
///     u16 blocks
///     blocks × u32 offset            of the block's data, from the end of this directory
///     a block: count × u8 length     bytes of each posting's positions; 255: two more bytes follow
///              the positions         as variable-length differences, a long one after its u16 length
///
/// The blocks and their counts are those of the row of postings, so that a posting found there is
/// found here by the same place.
package enum PositionLayout {
  package static let long: UInt8 = 255

  /// The rows of positions that go with rows of postings.
  ///
  /// - Parameter blocksPerRow: how many blocks of 128 each row of postings holds.
  package static func rows(_ postings: borrowing RawPostings, blocksPerRow: [Int]) -> [[UInt8]] {
    var item = 0
    var byte = 0
    return blocksPerRow.map { blocks in
      var directory: [UInt8] = []
      var data: [UInt8] = []
      directory.append(little: UInt16(blocks))
      for _ in 0..<blocks {
        directory.append(little: UInt32(data.count))
        let end = min(item + PostingLayout.blockSize, postings.passages.count)
        for index in item..<end {
          data.append(UInt8(min(postings.lengths[index], Int(long))))
        }
        for index in item..<end {
          let length = postings.lengths[index]
          if length >= Int(long) { data.append(little: UInt16(clamping: length)) }
          // A title of very many words repeats its last position: what is beyond tells nothing.
          let kept = min(length, Int(UInt16.max))
          data.append(contentsOf: postings.positions[byte..<byte + kept])
          byte += length
        }
        item = end
      }
      return directory + data
    }
  }
}
