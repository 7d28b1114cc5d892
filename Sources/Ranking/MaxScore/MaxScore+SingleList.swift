// Ranking by a single list, whose postings need neither sums nor windows.
extension MaxScore {
  /// The only list and its weight; `nil` if there are several, or if so few texts are accepted that
  /// looking them up is quicker.
  var singleList: (list: TermGroup.Member, weight: UInt32)? {
    if case .few = accepted { return nil }
    guard groups.count == 1, groups[0].members.count == 1 else { return nil }
    return (groups[0].members[0], groups[0].weight)
  }

  /// Offers the texts of a list, block by block; blocks that can't exceed the threshold are
  /// skipped.
  func rank(_ list: TermGroup.Member, weight: UInt32, into top: inout TopK) {
    var cursor = list.cursor
    func score(_ impact: UInt8) -> UInt32 {
      TermGroup.scaled(UInt32(impact), list.factor) &* weight
    }
    var start = range.lowerBound
    while start < range.upperBound, let rowEnd = cursor.seekRow(start) {
      let stop = min(rowEnd, range.upperBound)
      if score(cursor.bound(from: start, to: stop)) > top.threshold {
        cursor.load()
        while start < stop {
          let end = min(cursor.blockEnd(from: start), stop)
          // In a damaged list, a block can end before the number.
          if end <= start { break }
          if score(cursor.bound(from: start, to: end)) > top.threshold {
            cursor.forEach(from: start, to: end) { id, impact in
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
