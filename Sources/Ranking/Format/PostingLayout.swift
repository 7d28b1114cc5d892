/// The layout of a posting list in rows of the index file.
///
/// A list is split into blocks of 128 postings. Blocks are grouped into rows, which are read in
/// place. All numbers are little-endian and unaligned.
///
///     row 0:   u32 postings  u16 rows  u16 blocks
///              u8 the 10th, 100th and 1000th highest impact, 0 if there are fewer postings
///              rows × (u32 last  u8 highest)      only when there is more than one row
///     row > 0: u32 blocks of the rows before  u16 blocks
///     then     blocks × (u32 first  u32 last  u16 offset  u8 count - 1  u8 highest  u8 form)
///              the blocks, see ``PostingBlock``
///
/// Offsets of blocks are counted from the end of the block directory. Most terms occur in few
/// texts: a list of up to four postings is stored as their numbers (u32), then their impacts.
package enum PostingLayout {
  /// The number of postings in a block; the last one can have fewer.
  package static let blockSize = 128
  /// Four rows, with SQLite's overhead, fit into a page of ``IndexSchema/pageSize``.
  package static let rowLimit = 8160
  /// The size of a block in the block directory, in bytes.
  package static let entrySize = 13
  /// The size of a row in the row directory, in bytes.
  package static let rowEntrySize = 5
  /// The size of what precedes the directories in row 0, in bytes.
  package static let headSize = 11
  /// The size of what precedes the block directory in later rows, in bytes.
  static let laterHeadSize = 6
  /// The size of the longest row in the short format.
  static let shortSize = 20
  /// The ranks whose impacts are stored: the 10th, 100th and 1000th highest.
  package static let kept = [10, 100, 1000]

  /// The rows of a list.
  ///
  /// - Parameter postings: at least one, sorted by number.
  package static func rows(_ postings: borrowing [Posting]) -> [[UInt8]] {
    if postings.count * 5 <= shortSize { return [short(postings)] }
    var rows: [[Block]] = [[]]
    var size = headSize
    var start = 0
    while start < postings.count {
      let block = Block(postings, start..<min(start + blockSize, postings.count))
      let added = entrySize + block.data.count
      // Row 0 also holds the row directory, for which the page has room.
      if size + added > rowLimit, !rows[rows.count - 1].isEmpty {
        rows.append([])
        size = laterHeadSize
      }
      rows[rows.count - 1].append(block)
      size += added
      start += blockSize
    }
    var before = 0
    return rows.indices.map { index in
      var bytes: [UInt8] = []
      if index == 0 {
        bytes.append(little: UInt32(postings.count))
        bytes.append(little: UInt16(rows.count))
      } else {
        bytes.append(little: UInt32(before))
      }
      bytes.append(little: UInt16(rows[index].count))
      before += rows[index].count
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
        bytes.append(block.form)
        offset += block.data.count
      }
      for block in rows[index] { bytes.append(contentsOf: block.data) }
      return bytes
    }
  }

  private static func short(_ postings: borrowing [Posting]) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in postings.indices { bytes.append(little: postings[index].number) }
    for index in postings.indices { bytes.append(postings[index].impact) }
    return bytes
  }

  /// The number of postings of a list, read from its first row.
  package static func count(_ row: UnsafeRawBufferPointer) -> Int {
    count(row, length: row.count)
  }

  /// The number of postings of a list, from the beginning of its first row, at least four bytes,
  /// and the length of the whole row.
  package static func count(_ start: UnsafeRawBufferPointer, length: Int) -> Int {
    if length <= shortSize { return length / 5 }
    return start.count < 4 ? 0 : Int(start.loadUnaligned(as: UInt32.self))
  }

  /// The impacts at the ranks in ``kept``: a lower bound for that many texts, from this list alone.
  private static func keptImpacts(_ postings: borrowing [Posting]) -> [UInt8] {
    var counts = [Int](repeating: 0, count: 256)
    for index in postings.indices { counts[Int(postings[index].impact)] += 1 }
    return kept.map { rank in
      var above = 0
      for impact in stride(from: 255, to: 0, by: -1) {
        above += counts[impact]
        if above >= rank { return UInt8(impact) }
      }
      return 0
    }
  }

  private struct Block {
    var first: UInt32
    var last: UInt32
    var count: Int
    var highest: UInt8 = 0
    var form: UInt8
    var data: [UInt8] = []

    init(_ postings: borrowing [Posting], _ range: Range<Int>) {
      first = postings[range.lowerBound].number
      last = postings[range.upperBound - 1].number
      count = range.count
      let span = Int(last - first)
      form = span == count - 1 ? PostingBlock.Form.consecutive : PostingBlock.Form.bits
      var size = PostingBlock.size(form: form, span: span, count: count)
      if span >= count {
        for other in [PostingBlock.Form.bytes, PostingBlock.Form.words, PostingBlock.Form.whole] {
          let otherSize = PostingBlock.size(form: other, span: span, count: count)
          if otherSize < size {
            size = otherSize
            form = other
          }
        }
      }
      data.reserveCapacity(size)
      appendEnds(postings, range, span: span)
      appendNumbers(postings, range, span: span)
      for index in range {
        highest = max(highest, postings[index].impact)
        data.append(postings[index].impact)
      }
    }

    /// Appends the cumulative counts of the buckets.
    private mutating func appendEnds(
      _ postings: borrowing [Posting], _ range: Range<Int>, span: Int
    ) {
      let buckets = PostingBlock.endsSize(form: form, span: span)
      guard buckets > 0 else { return }
      var index = range.lowerBound
      for bucket in 0..<buckets {
        while Int(postings[index].number - first) >> Int(form) <= bucket { index += 1 }
        data.append(UInt8(index - range.lowerBound))
      }
    }

    private mutating func appendNumbers(
      _ postings: borrowing [Posting], _ range: Range<Int>, span: Int
    ) {
      if form == PostingBlock.Form.bits {
        let start = data.count
        data.append(contentsOf: repeatElement(0, count: (span >> 6 + 1) * 8))
        for index in range {
          let offset = Int(postings[index].number - first)
          data[start + offset >> 3] |= 1 << UInt8(offset & 7)
        }
        return
      }
      for index in range {
        let offset = postings[index].number - first
        switch form {
        case PostingBlock.Form.bytes: data.append(UInt8(truncatingIfNeeded: offset))
        case PostingBlock.Form.words: data.append(little: UInt16(truncatingIfNeeded: offset))
        case PostingBlock.Form.whole: data.append(little: offset)
        default: return
        }
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
