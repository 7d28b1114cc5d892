/// The rows of a posting list, either from a source or in memory for a list built for one query.
///
/// Cursors retain the rows of their list, so the bytes that a cursor points to are never freed
/// while it is in use.
package final class PostingRows {
  private let source: (any PostingRowSource)?
  private let memory: [UnsafeMutableRawBufferPointer]
  /// The ordinary row built from a short list.
  private var ordinary: UnsafeMutableRawPointer?

  /// Stored rows.
  package init(_ source: any PostingRowSource) {
    self.source = source
    memory = []
  }

  /// Rows of a list built for one query.
  package convenience init(_ postings: borrowing [Posting]) {
    self.init(rows: PostingLayout.rows(postings))
  }

  /// Rows in memory, whose ids are their indices.
  package init(rows: [[UInt8]]) {
    source = nil
    memory = rows.map { row in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
      copy.copyBytes(from: row)
      return copy
    }
  }

  deinit {
    for row in memory { row.deallocate() }
    ordinary?.deallocate()
  }

  /// The bytes of a row, valid until the next is fetched; `nil` if the row does not exist.
  @inline(__always)
  package func fetch(_ id: Int64) -> (UnsafeRawPointer, Int)? {
    guard let source else {
      guard id >= 0, id < Int64(memory.count), let start = memory[Int(id)].baseAddress else {
        return nil
      }
      return (UnsafeRawPointer(start), memory[Int(id)].count)
    }
    guard let row = source.row(id), let start = row.baseAddress else { return nil }
    return (start, row.count)
  }

  /// Whether a cursor has already checked the row that was fetched last.
  @inline(__always)
  var isChecked: Bool {
    get { source?.isChecked ?? false }
    set { source?.isChecked = newValue }
  }

  /// Converts a short list to an ordinary row, valid as long as these rows; `nil` if it is damaged.
  package func ordinary(_ short: UnsafeRawPointer, _ length: Int) -> (UnsafeRawPointer, Int)? {
    let count = length / 5
    guard count > 0, length % 5 == 0, length <= PostingLayout.shortSize else { return nil }
    let entry = PostingLayout.headSize
    let data = entry + PostingLayout.entrySize
    let room = data + PostingLayout.shortSize
    let row = ordinary ?? .allocate(byteCount: room, alignment: 8)
    ordinary = row
    row.initializeMemory(as: UInt8.self, repeating: 0, count: room)
    func number(_ item: Int) -> UInt32 {
      short.loadUnaligned(fromByteOffset: item * 4, as: UInt32.self)
    }
    row.storeBytes(of: UInt32(count), as: UInt32.self)
    row.storeBytes(of: 1, toByteOffset: 4, as: UInt16.self)
    row.storeBytes(of: 1, toByteOffset: 6, as: UInt16.self)
    row.storeBytes(of: number(0), toByteOffset: entry, as: UInt32.self)
    row.storeBytes(of: number(count - 1), toByteOffset: entry + 4, as: UInt32.self)
    row.storeBytes(of: UInt8(count - 1), toByteOffset: entry + 10, as: UInt8.self)
    row.storeBytes(of: PostingBlock.Form.whole, toByteOffset: entry + 12, as: UInt8.self)
    var highest: UInt8 = 0
    for item in 0..<count {
      let impact = short.load(fromByteOffset: count * 4 + item, as: UInt8.self)
      highest = max(highest, impact)
      row.storeBytes(of: number(item) &- number(0), toByteOffset: data + item * 4, as: UInt32.self)
      row.storeBytes(of: impact, toByteOffset: data + count * 4 + item, as: UInt8.self)
    }
    row.storeBytes(of: highest, toByteOffset: entry + 11, as: UInt8.self)
    return (UnsafeRawPointer(row), data + length)
  }
}
