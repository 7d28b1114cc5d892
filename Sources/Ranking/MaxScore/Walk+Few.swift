// Where few texts are allowed, they are looked up.
extension Walk {
  /// Whether looking up the allowed texts of a window costs less than passing its postings.
  func isQuicker(
    _ numbers: FewNumbers, _ start: UInt32, _ end: UInt32, _ set: Int
  ) -> Bool {
    var members = 0
    var postings = Int(end &- start) / Traversal.numbersPerPosting
    forEachEssential(set) { member in
      members &+= 1
      // Lists are spread about evenly: what of them lies in the window is as much as its share.
      postings &+= Int(
        UInt64(cursors[member].count) &* UInt64(end &- start) / UInt64(max(1, range.count)))
    }
    let count = numbers.place(of: end, from: fewPlace) &- fewPlace
    return count &* members &* Traversal.lookup < postings
  }

  /// Scores the allowed texts of a window, run by run: the passages of a document stand side by
  /// side, and in a list the place of the first is near that of the others.
  mutating func visitAllowed(_ few: FewNumbers, _ end: UInt32, _ top: inout TopScores) {
    for member in 0..<memberCount { cursors[member].load() }
    while fewPlace < few.numbers.count, few.numbers[fewPlace] < end {
      let first = few.numbers[fewPlace]
      var next = first
      repeat {
        next &+= 1
        fewPlace &+= 1
      } while fewPlace < few.numbers.count && few.numbers[fewPlace] == next && next < end
        && next &- first < UInt32(Traversal.windowSize)
      visitRun(first, next, &top)
    }
  }

  /// Scores texts side by side, the group of the highest bound first, while one of them can pass.
  private func visitRun(_ first: UInt32, _ end: UInt32, _ top: inout TopScores) {
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
        cursors[member].forEach(from: first, to: end) { number, impact in
          let place = Int(number &- first)
          let weighed = UInt8(truncatingIfNeeded: TermGroup.weighed(UInt32(impact), factor))
          best[place] = max(best[place], weighed)
        }
      }
      for place in 0..<count {
        scores[place] = scores[place] &+ weight &* UInt32(best[place])
        highest = max(highest, scores[place])
        best[place] = 0
      }
    }
    for place in 0..<count {
      if highest > top.threshold, scores[place] > top.threshold {
        top.offer(first &+ UInt32(place), scores[place])
      }
      scores[place] = 0
    }
  }
}
