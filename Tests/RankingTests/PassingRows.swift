import Ranking

/// Rows in memory, each valid only until the next one is read, as those of an index file.
final class PassingRows: PostingRowSource {
  private let rows: [[UInt8]]
  private let key: Int64
  /// A copy of the row that was read last: it is freed, so that a sanitizer reports its use later.
  private var current: UnsafeMutableRawBufferPointer?

  /// - Parameter key: the id of the first row.
  init(_ rows: [[UInt8]], key: Int64 = 0) {
    (self.rows, self.key) = (rows, key)
  }

  deinit { current?.deallocate() }

  var isChecked: Bool {
    get { false }
    set {}
  }

  func row(_ id: Int64) -> UnsafeRawBufferPointer? {
    guard id >= key, id - key < Int64(rows.count) else { return nil }
    let row = rows[Int(id - key)]
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: row.count, alignment: 8)
    copy.copyBytes(from: row)
    current?.deallocate()
    current = copy
    return UnsafeRawBufferPointer(copy)
  }
}
