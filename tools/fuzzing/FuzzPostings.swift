import Ranking
import Retrieval

/// Rows of postings, positions and term vectors, as a damaged file could contain them.
func fuzzPostings(_ bytes: [UInt8]) {
  guard let kind = bytes.first else { return }
  let row = Array(bytes.dropFirst())
  switch kind & 3 {
  case 0: _ = PostingLayout.numbers(row, row: Int(kind >> 2) & 1)
  case 1: _ = PositionLayout.positions(row, postings: Int(kind >> 2) * 16)
  case 2: _ = SegmentLengths(bytes: row)
  default:
    _ = DocumentColumn.values(row)
    _ = DocumentColumn.members(row)
  }
}
