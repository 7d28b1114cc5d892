import Ranking

extension PostingCursor {
  /// Calls `visit` for the postings with numbers in a range, in order.
  ///
  /// Ranges must be passed in increasing order.
  mutating func forEach(in range: Range<UInt32>, _ visit: (Posting) -> Void) {
    var next = range.lowerBound
    while let posting = seek(next), posting.number < range.upperBound {
      visit(posting)
      next = posting.number + 1
    }
  }
}
