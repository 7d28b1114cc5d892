import Ranking

/// Encodes the doclists of FTS5: for a term, the rows that contain it, with columns and positions.
///
/// The form is that of the comment at the head of SQLite's `fts5_index.c`:
///
///     doclist:  (difference of rows, poslist)…
///     poslist:  2 · size in bytes + (1 if the row was deleted), positions of column 0,
///               (0x01, column, its positions)…
///     position: difference to the previous position in the column + 2
///
/// Doclists are encoded one after another, so that a batch of terms needs one buffer.
package struct DoclistEncoder {
  /// The doclists.
  package private(set) var bytes: [UInt8] = []
  private var lastRow: UInt64 = 0
  /// Columns (the high half) and positions (the low half) in the current row.
  private var places: [UInt64] = []
  private var isSorted = true
  /// The poslist of the current row, without its size.
  private var poslist: [UInt8] = []

  /// The column of each position, by the position without its lowest eleven bits: every field of
  /// ``FieldSpace`` begins at a multiple of 2,048.
  private static let columnTable: [UInt64] = (0..<32).map { part in
    let column = FullTextColumn.allCases.filter { $0.firstPosition >> 11 <= part }
      .max { $0.firstPosition < $1.firstPosition }
    return UInt64(column.flatMap(FullTextColumn.allCases.firstIndex(of:)) ?? 0)
  }

  // A copy, because a static property would be checked for each occurrence.
  private let columns = Self.columnTable

  package init() {}

  /// Begins the doclist of the next term.
  package mutating func begin() { lastRow = 0 }

  /// Adds a row that was deleted; call it before adding later rows.
  package mutating func addDeleted(_ row: Int) {
    append(row: row)
    bytes.append(1)
  }

  /// Adds an occurrence to the current row.
  ///
  /// - Parameters:
  ///   - position: its position in ``FieldSpace``, which determines the column.
  ///   - offset: the number of words before it in the column.
  @inline(__always)
  package mutating func add(position: UInt16, offset: UInt32) {
    let place = columns[Int(position >> 11)] << 32 | UInt64(offset)
    if let last = places.last, last > place { isSorted = false }
    places.append(place)
  }

  /// Ends a row, to which occurrences were added.
  package mutating func end(_ row: Int) {
    // The columns of the table are in another order than the fields.
    if !isSorted { places.sort() }
    var (column, previous): (UInt64, UInt64) = (0, 0)
    for place in places {
      if place >> 32 != column {
        column = place >> 32
        previous = 0
        poslist.append(1)
        poslist.append(varint: column)
      }
      let offset = place & 0xFFFF_FFFF
      poslist.append(varint: offset - previous + 2)
      previous = offset
    }
    append(row: row)
    bytes.append(varint: UInt64(poslist.count) << 1)
    bytes.append(contentsOf: poslist)
    poslist.removeAll(keepingCapacity: true)
    discard()
  }

  /// Forgets the occurrences of the current row.
  mutating func discard() {
    places.removeAll(keepingCapacity: true)
    isSorted = true
  }

  private mutating func append(row: Int) {
    bytes.append(varint: UInt64(row) - lastRow)
    lastRow = UInt64(row)
  }
}
