import Ranking

/// The rows of a term's list in a segment, not yet decoded, so that another thread can do it.
struct StoredList: Sendable {
  /// Rows of the ranked passages, each with its index in the list.
  var postings: [(index: Int, bytes: [UInt8])] = []
  /// Rows of the positions.
  var positions: [[UInt8]] = []

  /// The size of the rows in bytes.
  var size: Int {
    postings.reduce(0) { $0 + $1.bytes.count } + positions.reduce(0) { $0 + $1.count }
  }

  /// Fills `raw` with the postings and their positions; false if some are missing or damaged.
  func read(into raw: inout RawPostings) -> Bool {
    raw.removeAll()
    var passages: [UInt32] = []
    var count = 0
    var isWhole = true
    for row in postings {
      if row.index == 0 {
        count = row.bytes.withUnsafeBytes { PostingLayout.count($0) }
      }
      // A list ends at the first damage, because later postings would get wrong positions.
      if isWhole {
        let part = PostingLayout.numbers(row.bytes, row: row.index)
        passages += part.numbers
        isWhole = part.isWhole
      }
    }
    var next = 0
    for row in positions {
      let found = PositionLayout.positions(row, postings: passages.count - next)
      for (passage, positions) in zip(passages[next...], found) {
        raw.append(passage, positions: positions)
      }
      next += found.count
    }
    return isWhole && passages.count == count && next == count
  }
}
