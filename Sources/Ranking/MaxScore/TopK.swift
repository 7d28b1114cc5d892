/// The best `limit` scores so far, in a heap whose root is the lowest.
///
/// Ids must be offered in increasing order: a later text never replaces an earlier one with the
/// same score, so equal scores are ordered by id.
package struct TopK {
  private let limit: Int
  private var heap: [Scored] = []

  /// Only scores above this are kept.
  package private(set) var threshold: UInt32

  /// An empty list.
  ///
  /// - Parameter floor: a score that at least `limit` texts are known to exceed; 0 if unknown.
  package init(limit: Int, floor: UInt32 = 0) {
    self.limit = limit
    threshold = floor
    heap.reserveCapacity(min(limit, 1024))
  }

  /// Whether no score was kept.
  package var isEmpty: Bool { heap.isEmpty }

  /// Keeps a score if it is among the best.
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

  /// All kept texts, best first, equal scores by id.
  package var sorted: [Scored] {
    heap.sorted { Self.isWorse($1, $0) }
  }

  @inline(__always)
  private static func isWorse(_ left: Scored, _ right: Scored) -> Bool {
    order(left) < order(right)
  }

  /// The higher the better: by score, equal scores by id.
  @inline(__always)
  private static func order(_ scored: Scored) -> UInt64 {
    UInt64(scored.score) << 32 | UInt64(~scored.number)
  }

  /// Restores the heap after the last element changed.
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

  /// Restores the heap after the first element changed.
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
