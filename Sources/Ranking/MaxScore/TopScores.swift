/// A passage or document with its score, in units of the query's scale.
package struct Scored: Equatable, Sendable {
  package var number: UInt32
  package var score: UInt32

  package init(number: UInt32, score: UInt32) {
    self.number = number
    self.score = score
  }
}

/// The best `limit` scores seen, in a heap whose root is the worst of them.
///
/// Numbers must be offered in rising order: an equal score later never displaces an earlier one, so
/// that equal scores are ordered by number.
package struct TopScores {
  private let limit: Int
  private var heap: [Scored] = []

  /// A score must be above this to enter.
  package private(set) var threshold: UInt32

  /// Begins with none.
  ///
  /// - Parameter floor: a score that at least `limit` texts are known to be above; 0 when nothing
  ///   is known.
  package init(limit: Int, floor: UInt32 = 0) {
    self.limit = limit
    threshold = floor
    heap.reserveCapacity(min(limit, 1024))
  }

  package var isEmpty: Bool { heap.isEmpty }

  /// Takes a score in if it is among the best.
  package mutating func offer(_ number: UInt32, _ score: UInt32) {
    guard limit > 0, score > threshold else { return }
    if heap.count < limit {
      heap.append(Scored(number: number, score: score))
      siftUp()
      if heap.count == limit { threshold = heap[0].score }
    } else {
      heap[0] = Scored(number: number, score: score)
      siftDown()
      threshold = heap[0].score
    }
  }

  /// All that were kept, best first, equal scores by number.
  package var sorted: [Scored] {
    heap.sorted { Self.isWorse($1, $0) }
  }

  @inline(__always)
  private static func isWorse(_ left: Scored, _ right: Scored) -> Bool {
    order(left) < order(right)
  }

  /// The higher the better: by score, equal scores by number.
  @inline(__always)
  private static func order(_ scored: Scored) -> UInt64 {
    UInt64(scored.score) << 32 | UInt64(~scored.number)
  }

  /// Moves the last up to its place.
  private mutating func siftUp() {
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = heap.count - 1
      let moving = heap[hole]
      while hole > 0 {
        let parent = (hole - 1) / 2
        guard Self.isWorse(moving, heap[parent]) else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = moving
    }
  }

  /// Moves the first down to its place.
  private mutating func siftDown() {
    heap.withUnsafeMutableBufferPointer { heap in
      let moving = heap[0]
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < heap.count else { break }
        if child + 1 < heap.count, Self.isWorse(heap[child + 1], heap[child]) { child += 1 }
        guard Self.isWorse(heap[child], moving) else { break }
        heap[hole] = heap[child]
        hole = child
      }
      heap[hole] = moving
    }
  }
}
