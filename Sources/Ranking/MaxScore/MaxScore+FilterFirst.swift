// Filter-first scoring: if a filter accepts few texts, they are looked up in the lists instead of
// scanning the lists.
extension MaxScore.State {
  /// Whether looking up the accepted texts of a window costs less than scanning its postings.
  func isFilterFirstQuicker(
    _ accepted: SortedIDs, _ start: UInt32, _ end: UInt32, _ nonEssential: Int
  ) -> Bool {
    var members = 0
    var postings = Int(end &- start) / MaxScore.idsPerPosting
    forEachEssential(nonEssential) { member in
      members &+= 1
      // Assumes that postings are spread evenly over the segment.
      postings &+= Int(
        UInt64((cursors + member).pointee.count) &* UInt64(end &- start)
          / UInt64(max(1, range.count)))
    }
    let count = accepted.index(of: end, from: acceptedIndex) &- acceptedIndex
    return count &* members &* MaxScore.lookupCost < postings
  }

  /// Scores the accepted texts of a window, run by run: the passages of a document have consecutive
  /// ids, and their postings are close together in a list.
  mutating func scoreAccepted(_ accepted: SortedIDs, _ end: UInt32, _ top: inout TopK) {
    for member in 0..<memberCount { (cursors + member).pointee.load() }
    while acceptedIndex < accepted.ids.count, accepted.ids[acceptedIndex] < end {
      let first = accepted.ids[acceptedIndex]
      var next = first
      repeat {
        next &+= 1
        acceptedIndex &+= 1
      } while acceptedIndex < accepted.ids.count && accepted.ids[acceptedIndex] == next
        && next < end && next &- first < UInt32(MaxScore.windowSize)
      scoreRun(first, next, &top)
    }
  }

  /// Scores consecutive texts, group by group from the highest bound down, as long as one of them
  /// can exceed the threshold.
  private func scoreRun(_ first: UInt32, _ end: UInt32, _ top: inout TopK) {
    let count = Int(end &- first)
    var highest: UInt32 = 0
    var index = groupCount
    while index > 0, highest &+ sums[index - 1] > top.threshold {
      index -= 1
      let group = order[index]
      if bounds[group] == 0 { continue }
      let weight = weights[group]
      for member in firstMember[group]..<firstMember[group + 1] {
        let factor = factors[member]
        (cursors + member).pointee.forEach(from: first, to: end) { id, impact in
          let offset = Int(id &- first)
          let scaled = UInt8(truncatingIfNeeded: TermGroup.scaled(UInt32(impact), factor))
          best[offset] = max(best[offset], scaled)
        }
      }
      for offset in 0..<count {
        scores[offset] = scores[offset] &+ weight &* UInt32(best[offset])
        highest = max(highest, scores[offset])
        best[offset] = 0
      }
    }
    for offset in 0..<count {
      if highest > top.threshold, scores[offset] > top.threshold {
        top.offer(first &+ UInt32(offset), scores[offset])
      }
      scores[offset] = 0
    }
  }
}
