/// A passage or document of a posting list, with the weight of the term in it.
package struct Posting: Equatable, Sendable {
  /// Number of the passage or document.
  package var number: UInt32
  /// The quantised impact, 1 to 255.
  package var impact: UInt8

  package init(number: UInt32, impact: UInt8) {
    self.number = number
    self.impact = impact
  }
}

/// How a posting list is laid out in rows of the index file.
///
/// A list is cut into blocks of 128 postings and the blocks into rows that fit a database page, so
/// that a row is read in place. All numbers are little-endian and unaligned.
///
///     row 0:   u32 postings  u16 rows  u16 blocks
///              u8 the 10th, 100th and 1000th highest impact, 0 where there are fewer postings
///              rows × (u32 last  u8 highest)      only when there is more than one row
///     row > 0: u16 blocks
///     then     blocks × (u32 first  u32 last  u16 offset  u8 count - 1  u8 highest  u8 width)
///              the blocks: count × width bytes of number - first, count × u8 impact
///
/// Numbers are kept as offsets from the block's first, in 0 (consecutive), 1, 2 or 4 bytes: a
/// little more space than bit packing, and nothing to unpack. Offsets of a block are counted from
/// the end of the block directory.
package enum PostingLayout {
  package static let blockSize = 128
  package static let rowLimit = 8000
  package static let entrySize = 13
  package static let rowEntrySize = 5
  /// Size of what stands before the directories of row 0.
  package static let headSize = 11
  /// Which of the highest impacts of a list are kept.
  package static let kept = [10, 100, 1000]

  /// The rows of a list.
  ///
  /// - Parameter postings: at least one, by rising number.
  package static func rows(_ postings: borrowing [Posting]) -> [[UInt8]] {
    var rows: [[Block]] = [[]]
    var size = 0
    var start = 0
    while start < postings.count {
      let block = Block(postings, start..<min(start + blockSize, postings.count))
      let added = entrySize + block.data.count
      // Row 0 also carries the directory of rows, which the slack of rowLimit leaves room for.
      if size + added > rowLimit, !rows[rows.count - 1].isEmpty {
        rows.append([])
        size = 0
      }
      rows[rows.count - 1].append(block)
      size += added
      start += blockSize
    }
    return rows.indices.map { index in
      var bytes: [UInt8] = []
      if index == 0 {
        bytes.append(little: UInt32(postings.count))
        bytes.append(little: UInt16(rows.count))
      }
      bytes.append(little: UInt16(rows[index].count))
      if index == 0 { bytes += keptImpacts(postings) }
      if index == 0, rows.count > 1 {
        for row in rows {
          bytes.append(little: row.last?.last ?? 0)
          bytes.append(row.map(\.highest).max() ?? 0)
        }
      }
      var offset = 0
      for block in rows[index] {
        bytes.append(little: block.first)
        bytes.append(little: block.last)
        bytes.append(little: UInt16(offset))
        bytes.append(UInt8(block.count - 1))
        bytes.append(block.highest)
        bytes.append(block.width)
        offset += block.data.count
      }
      for block in rows[index] { bytes.append(contentsOf: block.data) }
      return bytes
    }
  }

  /// The highest impacts at the places ``kept``: a list alone brings so many texts to that impact.
  private static func keptImpacts(_ postings: borrowing [Posting]) -> [UInt8] {
    var counts = [Int](repeating: 0, count: 256)
    for index in postings.indices { counts[Int(postings[index].impact)] += 1 }
    return kept.map { place in
      var above = 0
      for impact in stride(from: 255, to: 0, by: -1) {
        above += counts[impact]
        if above >= place { return UInt8(impact) }
      }
      return 0
    }
  }

  private struct Block {
    var first: UInt32
    var last: UInt32
    var count: Int
    var highest: UInt8 = 0
    var width: UInt8
    var data: [UInt8] = []

    init(_ postings: borrowing [Posting], _ range: Range<Int>) {
      first = postings[range.lowerBound].number
      last = postings[range.upperBound - 1].number
      count = range.count
      let span = last - first
      width = span == UInt32(count - 1) ? 0 : span <= 0xFF ? 1 : span <= 0xFFFF ? 2 : 4
      data.reserveCapacity(count * (Int(width) + 1))
      for index in range {
        let offset = postings[index].number - first
        switch width {
        case 0: break
        case 1: data.append(UInt8(offset))
        case 2: data.append(little: UInt16(offset))
        default: data.append(little: offset)
        }
      }
      for index in range {
        highest = max(highest, postings[index].impact)
        data.append(postings[index].impact)
      }
    }
  }
}

extension [UInt8] {
  /// Appends an integer in little-endian order.
  @inline(__always)
  package mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
