// Where texts that match are far between, they are visited one by one.
extension Walk {
  /// Visits the texts of the essential groups in order, where they are few and far between.
  func visitOneByOne(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ top: inout TopScores
  ) {
    var number = start
    while true {
      var next = end
      forEachEssential(set) { member in
        if let posting = cursors[member].peek(number, before: next) { next = posting }
      }
      if next >= end { return }
      if allowed.contains(next) {
        var score: UInt32 = 0
        for index in set..<groupCount { score = score &+ value(order[index], next) }
        if score > 0 { finish(next, score, set, &top) }
      }
      number = next &+ 1
    }
  }
}
