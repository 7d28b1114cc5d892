// Document-at-a-time scoring, used when matches are far apart.
extension MaxScore.State {
  /// Scores the texts of the essential groups one by one, in order of their ids.
  func scoreDocumentAtATime(
    _ start: UInt32, _ end: UInt32, _ nonEssential: Int, _ top: inout TopK
  ) {
    var id = start
    while true {
      var next = end
      forEachEssential(nonEssential) { member in
        if let posting = (cursors + member).pointee.peek(id, before: next) { next = posting }
      }
      if next >= end { return }
      if accepted.contains(next) {
        var sum: UInt32 = 0
        for index in nonEssential..<groupCount { sum = sum &+ score(of: next, in: order[index]) }
        if sum > 0 { finish(next, sum, nonEssential, &top) }
      }
      id = next &+ 1
    }
  }
}
