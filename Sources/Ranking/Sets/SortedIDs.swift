/// A short list of ids, strictly increasing.
package struct SortedIDs: Sendable {
  /// The ids, strictly increasing.
  package let ids: [UInt32]

  /// - Parameter ids: strictly increasing.
  package init(_ ids: [UInt32]) {
    self.ids = ids
  }

  /// The index of the first id at or above `id`, searching from an index on.
  @inline(__always)
  func index(of id: UInt32, from start: Int = 0) -> Int {
    var low = start
    var high = ids.count
    while low < high {
      let middle = (low &+ high) >> 1
      if ids[middle] < id { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// Whether the set has no ids.
  package var isEmpty: Bool { ids.isEmpty }

  /// Whether an id is one of them; takes logarithmic time.
  @inline(__always)
  package func contains(_ id: UInt32) -> Bool {
    let index = index(of: id)
    return index < ids.count && ids[index] == id
  }
}
