// Scoring a single list, whose postings need no sums.
extension MaxScore.State {
  /// Offers the texts of the only list, block by block; blocks that can't exceed the threshold are
  /// skipped.
  func scoreSingleList(_ top: inout TopK) {
    let (weight, factor) = (weights[0], factors[0])
    func score(_ impact: UInt8) -> UInt32 { TermGroup.scaled(UInt32(impact), factor) &* weight }
    var start = range.lowerBound
    while start < range.upperBound, let rowEnd = cursors.pointee.seekRow(start) {
      let stop = min(rowEnd, range.upperBound)
      if score(cursors.pointee.bound(from: start, to: stop)) > top.threshold {
        cursors.pointee.load()
        while start < stop {
          let end = min(cursors.pointee.blockEnd(from: start), stop)
          // In a damaged list, a block can end before the number.
          if end <= start { break }
          if score(cursors.pointee.bound(from: start, to: end)) > top.threshold {
            cursors.pointee.forEach(from: start, to: end) { id, impact in
              let score = score(impact)
              if score > top.threshold, accepted.contains(id) { top.offer(id, score) }
            }
          }
          start = end
        }
      }
      start = stop
    }
  }
}
