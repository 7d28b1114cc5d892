/// The layout of the positions of a posting list: one row for every four blocks of postings.
///
///     u8 blocks
///     (blocks - 1) × u32 offset      of the second block and those after it, from the end of this
///                                    directory
///     a block: count × u8 lead       below 240: the posting's only position; 241 to 254: that less
///                                    240 bytes of positions follow; 255: a u16 length and as many
///              the positions         of the others, as variable-length differences
///
/// Most words occur once in a passage, near its beginning; their positions take one byte.
///
/// Blocks and their counts match those of the posting list, so the same block and item find the
/// positions of a posting. Small rows waste little of a database page.
package enum PositionLayout {
  /// The number of blocks of postings whose positions are in a row.
  static let blocksPerRow = 4
  /// Leads from this value on encode a length; lower leads are positions.
  static let firstLength: UInt8 = 240
  /// The lead that a 16-bit length follows.
  package static let long: UInt8 = 255

  /// The lead of a posting whose positions are these bytes.
  private static func lead(_ positions: ArraySlice<UInt8>) -> UInt8 {
    if let single = single(positions), single < UInt16(firstLength) { return UInt8(single) }
    let most = Int(long - firstLength) - 1
    return positions.count <= most ? firstLength + UInt8(positions.count) : long
  }

  /// The position, if the bytes encode exactly one; reads at most two bytes.
  private static func single(_ positions: ArraySlice<UInt8>) -> UInt16? {
    guard positions.count <= 2 else { return nil }
    var next = positions.startIndex
    let position = VariableByte.read {
      guard next < positions.endIndex else { return nil }
      defer { next += 1 }
      return positions[next]
    }
    return next == positions.endIndex ? position.map { UInt16($0) } : nil
  }

  /// The number of position bytes that a lead announces; `nil` if an explicit length follows.
  @inline(__always)
  package static func size(_ lead: UInt8) -> Int? {
    lead < firstLength ? 0 : lead < long ? Int(lead - firstLength) : nil
  }

  /// The number of position bytes that eight leads announce together; `nil` if an explicit length
  /// follows one of them.
  @inline(__always)
  package static func size(ofEight leads: UInt64) -> Int? {
    // The upper half of a byte is all ones from `firstLength` on, and the lower half is the length.
    let all = leads & (leads &<< 1) & (leads &<< 2) & (leads &<< 3) & 0x8080_8080_8080_8080
    let lengths = leads & ((all &>> 7) &* 0x0F)
    if (lengths &+ 0x0101_0101_0101_0101) & 0x1010_1010_1010_1010 != 0 { return nil }
    return Int((lengths &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// The position rows of a posting list.
  package static func rows(_ postings: borrowing RawPostings) -> [[UInt8]] {
    let count = postings.passages.count
    var item = 0
    var byte = 0
    var rows: [[UInt8]] = []
    while item < count {
      let blocks = min(blocksPerRow, (count - item - 1) / PostingLayout.blockSize + 1)
      var row = [UInt8(blocks)]
      var data: [UInt8] = []
      for block in 0..<blocks {
        if block > 0 { row.append(little: UInt32(data.count)) }
        let end = min(item + PostingLayout.blockSize, count)
        let first = data.count
        data.append(contentsOf: repeatElement(0, count: end - item))
        for index in item..<end {
          let length = postings.lengths[index]
          let positions = postings.positions[byte..<byte + length]
          let lead = lead(positions)
          data[first + index - item] = lead
          if lead == long {
            data.append(little: UInt16(clamping: length))
            // A very long title repeats its last position, so truncating loses nothing.
            data.append(contentsOf: positions.prefix(Int(UInt16.max)))
          } else if lead >= firstLength {
            data.append(contentsOf: positions)
          }
          byte += length
        }
        item = end
      }
      row += data
      rows.append(row)
    }
    return rows
  }
}
