/// Finds the texts that occur in all of several posting lists.
///
/// Leapfrog join: the rarest list proposes a text; the others confirm it or propose a later one
/// (Hwang and Lin 1972; named by Veldhuizen 2014). Lists that are about as long as the rarest are
/// joined to it window by window, as sets of bits: to mark each of their texts costs less than to
/// look for the next one (Culpepper and Moffat 2010).
package struct Intersection {
  /// The cursors of the lists, in the order given.
  package var cursors: [PostingCursor]
  /// Indices into `cursors`, rarest list first.
  let order: [Int]
  /// The number of lists, the rarest first, that are joined as sets of bits; 1 for none.
  let joined: Int
  private var window: Range<UInt32> = 0..<0
  /// The texts of the window that are in all joined lists, as offsets from its beginning.
  private var found: Bitmap
  private var others: Bitmap

  /// The width of a window, in ids: its sets fit into the L1 cache.
  static let windowSize = 1 << 15
  /// A list is joined if it is at most this many times as long as the rarest.
  private static let mostTimes = 16
  /// Windows cost more than they save if the rarest list is shorter than this.
  private static let leastPostings = 128

  /// Creates the intersection of lists.
  package init(_ cursors: [PostingCursor]) {
    self.cursors = cursors
    let order = cursors.indices.sorted { cursors[$0].count < cursors[$1].count }
    self.order = order
    let least = order.first.map { Int(cursors[$0].count) } ?? 0
    let similar = order.prefix { Int(cursors[$0].count) <= least * Self.mostTimes }
    joined = least < Self.leastPostings ? 1 : max(1, similar.count)
    found = Bitmap(limit: joined > 1 ? Self.windowSize : 0)
    others = found
  }

  /// The first text at or after `number` that is in all lists; the cursors of those that are not
  /// joined are then positioned on it.
  @inline(__always)
  package mutating func next(_ number: UInt32) -> UInt32? {
    var candidate = number
    search: while let proposed = propose(candidate) {
      candidate = proposed
      var index = joined
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
    return nil
  }

  /// The first text at or after `number` that is in all joined lists.
  @inline(__always)
  mutating func propose(_ number: UInt32) -> UInt32? {
    guard joined > 1 else { return order.first.flatMap { cursors[$0].seek(number)?.number } }
    var start = number
    while true {
      if window.contains(start) {
        if let offset = found.next(start &- window.lowerBound) {
          return window.lowerBound &+ offset
        }
        start = window.upperBound
      }
      guard fillWindow(from: start) else { return nil }
    }
  }

  /// Moves the window to begin at `start`; false if a list has ended.
  private mutating func fillWindow(from start: UInt32) -> Bool {
    let (last, overflow) = start.addingReportingOverflow(UInt32(Self.windowSize))
    var end = overflow ? .max : last
    for index in order.prefix(joined) {
      guard let rowEnd = cursors[index].seekRow(start) else { return false }
      end = min(end, rowEnd)
    }
    guard start < end else { return false }
    window = start..<end
    for (place, index) in order.prefix(joined).enumerated() {
      cursors[index].load()
      if place == 0 {
        found.removeAll()
        cursors[index].insert(from: start, to: end, into: &found)
      } else {
        others.removeAll()
        cursors[index].insert(from: start, to: end, into: &others)
        found.formIntersection(others)
      }
    }
    return true
  }
}
