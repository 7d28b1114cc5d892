import Ranking

extension RawPostings {
  /// Appends the kept postings of another list, whose passages come later.
  mutating func append(_ other: borrowing RawPostings, where isKept: (UInt32) -> Bool) {
    var byte = 0
    for index in other.passages.indices {
      let length = other.lengths[index]
      if isKept(other.passages[index]) {
        passages.append(other.passages[index])
        counts.append(other.counts[index])
        lengths.append(length)
        positions.append(contentsOf: other.positions[byte..<byte + length])
      }
      byte += length
    }
  }
}
