/// Visits the texts that stand in all of some posting lists.
///
/// Leapfrog: the rarest list proposes a text, the others confirm it or propose a later one
/// (Hwang and Lin 1972; Veldhuizen 2014 names it so).
package struct Intersection {
  package var cursors: [PostingCursor]
  /// Positions in the caller's order of the cursors, which are kept rarest first.
  private var order: [Int]

  package init(_ cursors: [PostingCursor]) {
    self.cursors = cursors
    order = cursors.indices.sorted { cursors[$0].count < cursors[$1].count }
  }

  /// The first text at or after `number` that stands in all lists, with the cursors on it.
  @inline(__always)
  package mutating func next(_ number: UInt32) -> UInt32? {
    guard let first = order.first else { return nil }
    var candidate = number
    search: while true {
      guard let lead = cursors[first].seek(candidate) else { return nil }
      candidate = lead.number
      var index = 1
      while index < order.count {
        guard let posting = cursors[order[index]].seek(candidate) else { return nil }
        if posting.number != candidate {
          candidate = posting.number
          continue search
        }
        index += 1
      }
      return candidate
    }
  }
}
