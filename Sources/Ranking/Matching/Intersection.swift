/// Finds the texts that occur in all of several posting lists.
///
/// Leapfrog join: the rarest list proposes a text; the others confirm it or propose a later one
/// (Hwang and Lin 1972; named by Veldhuizen 2014).
package struct Intersection {
  /// The cursors of the lists, in the order given.
  package var cursors: [PostingCursor]
  /// Indices into `cursors`, rarest list first.
  private var order: [Int]

  /// Creates the intersection of lists.
  package init(_ cursors: [PostingCursor]) {
    self.cursors = cursors
    order = cursors.indices.sorted { cursors[$0].count < cursors[$1].count }
  }

  /// The first text at or after `number` that is in all lists; the cursors are then positioned on
  /// it.
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
