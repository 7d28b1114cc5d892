/// The rows of posting lists that were read more than once, kept until the index changes.
///
/// To read a row, SQLite searches for it and copies it, which takes longer than ranking its
/// postings. A row is kept when it is read for the second time, so that it costs nothing to read
/// rows that no other query needs.
final class RowCache {
  /// A copy of a row, which is valid as long as something holds it.
  final class Row {
    private let copy: UnsafeMutableRawBufferPointer
    /// Whether a cursor has checked the row.
    var isChecked = false

    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      copy = .allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
    }

    deinit { copy.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(copy) }
  }

  /// The maximum size in bytes; each row counts ``overhead`` more than its own.
  private static let mostBytes = 4 << 20
  private static let overhead = 128
  /// The number of bits of the places in ``seen``.
  private static let placeBits = 12

  private var rows = [[Int64: Row]](repeating: [:], count: PostingTable.allCases.count)
  private var bytes = 0
  /// The last row that was read once, for each of the places that a row can have.
  private var seen: [Int64] = []

  /// A kept row; `nil` if it is not kept.
  func row(_ id: Int64, of table: PostingTable) -> Row? { rows[table.rawValue][id] }

  /// Notes that a row was read, and keeps it if it was read before.
  func note(_ row: UnsafeRawBufferPointer, _ id: Int64, of table: PostingTable) {
    if seen.isEmpty { seen = [Int64](repeating: -1, count: 1 << Self.placeBits) }
    let mark = id &<< 2 | Int64(table.rawValue)
    // Multiplication by the golden ratio spreads consecutive numbers (Knuth).
    let hash = UInt64(bitPattern: mark) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(hash >> UInt64(64 - Self.placeBits))
    guard seen[place] == mark else {
      seen[place] = mark
      return
    }
    let size = row.count + Self.overhead
    if bytes + size > Self.mostBytes {
      for index in rows.indices { rows[index].removeAll(keepingCapacity: true) }
      bytes = 0
    }
    rows[table.rawValue][id] = Row(row)
    bytes += size
  }
}
